import AwesomeList
import Markdown
import Source

/// Composes the text of a rendered list from its blocks, reference definitions and contents list.
struct ListComposer {
  let normalized: NormalizedList
  let options: RenderOptions
  let headingShift: Int
  /// The runs of entries in a new order or shape.
  let runs: [EntryRunLayout]
  let order: EntryOrder

  private var list: List { normalized.list }

  init(_ normalized: NormalizedList, _ options: RenderOptions, headingShift: Int) {
    self.normalized = normalized
    self.options = options
    self.headingShift = headingShift
    let order = EntryOrder(normalized.list, options.alphabet)
    self.order = order
    let shaping =
      options.shape == .keep ? nil : EntryShaping(normalized.list, options.shape, normalized.text(.unchanged))
    runs =
      order.isSource && shaping == nil
      ? []
      : normalized.list.runs.compactMap { run in
        guard let items = RunItem.items(of: run.entries, in: run.blocks) else { return nil }
        let shaped = shaping?.shaped(items)
        let sorted = order.items(shaped ?? items)
        let isSorted = !order.isSource && items.count > 1 && run.blocks.count > 1
        return shaped != nil || isSorted ? EntryRunLayout(items: sorted, blocks: run.blocks) : nil
      }
  }

  /// Composes the text.
  ///
  /// `anchors` updates links into the document; the blocks at the offsets of `verbatim` are kept as they are.
  func compose(_ anchors: AnchorMap, verbatim: Set<Int>, newline: [UInt8]) -> ComposedText {
    let all = normalized.anchors.then(anchors)
    let text = normalized.text(all)
    let unstyled = EditedSource(list.document.source, all.edits(in: list))
    var writer = BlockWriter(text, headingShift: headingShift, order: order)
    var output = BlockOutput(newline: newline, capacity: list.document.source.bytes.count + 4096)
    var segments: [ComposedText.Segment] = []
    var bullets = BulletSequence()
    // In the middle of another file it would not be front matter.
    if let range = list.document.frontMatter, headingShift == 0 {
      output.add(InlineText.lines(in: text, range: range, quoteDepth: 0).droppingBlankEnd)
    }
    func add(_ lines: [String], _ origin: ComposedText.Segment.Origin, isAttached: Bool = false) {
      segments.append(ComposedText.Segment(origin: origin, range: output.add(lines, isAttached: isAttached)))
    }
    if let header = options.header { add(Self.marked(header, .header), .added) }
    let start = output.bytes.count
    let oldAnchors = addedAnchors
    for part in ListParts(normalized, text, contents: options.contents, runs: runs, verbatim: verbatim).parts {
      switch part.kind {
      case .block(let block):
        if let anchor = oldAnchors[block.range.lowerBound] { add([anchor], .added) }
        let origin = isSorted(block) ? ComposedText.Segment.Origin.entries([block]) : .block(block)
        add(writer.lines(of: block, bullet: bullets.bullet(of: block)), origin, isAttached: part.isAttached)
      case .verbatim(let block):
        if let anchor = oldAnchors[block.range.lowerBound] { add([anchor], .added) }
        add(Self.lines(of: block, in: unstyled), .block(block), isAttached: part.isAttached)
        bullets.skip(block)
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
          list: list, place: normalized.contents, anchors: anchors, options: options, headingShift: headingShift)
        if !hasHeading {
          add([writer.heading], .added)
          bullets.reset()
        }
        add(writer.lines(bullet: bullets.addList()), .added)
      }
    }
    let end = output.bytes.count
    if let footer = options.footer { add(Self.marked(footer, .footer), .added) }
    return ComposedText(bytes: output.bytes, segments: segments, list: SourceRange(start, end))
  }

  /// Whether the lists in a block may be in a new order.
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

  /// The anchors of old names, by the offsets of the headings after them.
  private var addedAnchors: [Int: String] {
    guard options.keepsAnchors else { return [:] }
    let old = Dictionary(normalized.anchors.moves.map { ($0.new, $0.old) }) { first, _ in first }
    return Dictionary(
      list.headings.compactMap { heading in
        old[heading.anchor].map { (heading.range.lowerBound, anchorLine($0)) }
      }
    ) { first, _ in first }
  }
}
