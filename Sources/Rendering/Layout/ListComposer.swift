import AwesomeList
import Markdown
import Markup
import Source

/// Composes the text of a rendered list from its blocks, reference definitions and contents list.
struct ListComposer {
  let prepared: PreparedList
  let options: RenderOptions
  let headingShift: Int
  /// The runs of entries that get another order or shape.
  let runs: [EntryRunLayout]
  let order: EntryOrder

  private var list: List { prepared.list }

  init(_ prepared: PreparedList, _ options: RenderOptions, headingShift: Int) {
    self.prepared = prepared
    self.options = options
    self.headingShift = headingShift
    let order = EntryOrder(prepared.list, options.alphabet)
    self.order = order
    let shaping = options.shape == .keep ? nil : EntryShaping(prepared.list, options.shape, prepared.text(.unchanged))
    runs =
      order.isSource && shaping == nil
      ? []
      : prepared.list.runs.compactMap { run in
        guard let items = RunItem.items(of: run.entries, in: run.blocks) else { return nil }
        let shaped = shaping?.shaped(items)
        let sorted = order.items(shaped ?? items)
        let isSorted = !order.isSource && items.count > 1 && run.blocks.count > 1
        return shaped != nil || isSorted ? EntryRunLayout(items: sorted, blocks: run.blocks) : nil
      }
  }

  /// The text; links into the document follow the anchors that move, and the blocks that start at some offsets stay as they stand.
  func compose(_ anchors: AnchorMap, verbatim: Set<Int>, lineEnd: [UInt8]) -> Composition {
    let all = prepared.anchors.then(anchors)
    let text = prepared.text(all)
    let asItStands = EditedSource(list.document.source, all.edits(in: list))
    var writer = BlockWriter(text, headingShift: headingShift, order: order)
    var output = BlockOutput(lineEnd: lineEnd, capacity: list.document.source.bytes.count + 4096)
    var pieces: [Composition.Piece] = []
    var bullets = BulletSequence()
    // In the middle of another file it would be no front matter.
    if let range = list.document.frontMatter, headingShift == 0 {
      output.add(InlineText.lines(in: text, range: range, quoteDepth: 0).droppingBlankEnd)
    }
    func add(_ lines: [String], _ origin: Composition.Piece.Origin, isAttached: Bool = false) {
      pieces.append(Composition.Piece(origin: origin, range: output.add(lines, isAttached: isAttached)))
    }
    if let header = options.header { add(Self.marked(header, .header), .added) }
    let start = output.bytes.count
    let oldAnchors = addedAnchors
    for part in ListParts(prepared, text, contents: options.contents, runs: runs, verbatim: verbatim).parts {
      switch part.kind {
      case .block(let block):
        if let anchor = oldAnchors[block.range.lowerBound] { add([anchor], .added) }
        let origin = isSorted(block) ? Composition.Piece.Origin.entries([block]) : .block(block)
        add(writer.lines(of: block, bullet: bullets.bullet(of: block)), origin, isAttached: part.isAttached)
      case .verbatim(let block):
        if let anchor = oldAnchors[block.range.lowerBound] { add([anchor], .added) }
        add(Self.lines(of: block, in: asItStands), .block(block), isAttached: part.isAttached)
        bullets.pass(block)
      case .entries(let run):
        add(writer.lines(of: run, bullet: bullets.addList()), .entries(run.blocks))
        if run.items.last?.isItem != true { bullets.reset() }
      case .lines(let lines):
        output.add(lines, isAttached: part.isAttached)
        bullets.reset()
      case .anchor(let line):
        add([line], .added)
        bullets.reset()
      case .contents(let hasHeading):
        let writer = ContentsWriter(
          list: list, place: prepared.contents, anchors: anchors, options: options, headingShift: headingShift)
        if !hasHeading {
          add([writer.heading], .added)
          bullets.reset()
        }
        add(writer.lines(bullet: bullets.addList()), .added)
      }
    }
    let end = output.bytes.count
    if let footer = options.footer { add(Self.marked(footer, .footer), .added) }
    return Composition(bytes: output.bytes, pieces: pieces, list: SourceRange(start, end))
  }

  /// Whether lists inside of a block may have another order.
  private func isSorted(_ block: Block) -> Bool {
    if case .list = block.kind { !order.isSource } else { false }
  }

  private static func lines(of block: Block, in text: EditedSource) -> [String] {
    let source = text.source
    let first = source.lineIndex(at: block.range.lowerBound)
    let last = source.lineIndex(at: max(block.range.lowerBound, block.range.upperBound - 1))
    return (first...last).map { text[source.line($0)] }
  }

  private static func marked(_ text: String, _ name: MarkedRegion.Name) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    return [name.opening, ""] + lines.drop { $0.isEmpty }.droppingBlankEnd + ["", name.closing]
  }

  /// The added lines by the offset of the heading that they go before.
  private var addedAnchors: [Int: String] {
    guard options.keepsAnchors else { return [:] }
    let old = Dictionary(prepared.anchors.moves.map { ($0.new, $0.old) }) { first, _ in first }
    return Dictionary(
      list.headings.compactMap { heading in
        old[heading.anchor].map { (heading.range.lowerBound, anchorLine($0)) }
      }
    ) { first, _ in first }
  }
}

extension List {
  func hasLink(to anchor: String) -> Bool {
    links.contains { $0.isFragment && Anchors.target(of: String($0.url.dropFirst())) == anchor }
  }
}

/// An element that is only there to be linked to.
func anchorLine(_ name: String) -> String {
  "<a id=\"\(name.escapedForHTML)\"></a>"
}
