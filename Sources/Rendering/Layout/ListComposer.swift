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
    // In its own layout, items are sorted as they are written.
    let order = EntryOrder(normalized.list, options.style == .own ? nil : options.order)
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
    let text = normalized.text(anchors, headingShift: headingShift)
    let unstyled = normalized.text(anchors, headingShift: headingShift, isStyled: false)
    var writer = BlockWriter(text, headingShift: headingShift, order: order)
    var output = BlockOutput(newline: newline, capacity: list.document.source.bytes.count + 4096)
    var segments: [ComposedText.Segment] = []
    var bullets = BulletSequence(usual: normalized.bullet)
    // In the middle of another file it would not be front matter.
    if headingShift == 0 { output.add(frontMatter: normalized.frontMatter) }
    func add(_ lines: [String], _ origin: ComposedText.Segment.Origin, isAttached: Bool = false) {
      segments.append(ComposedText.Segment(origin: origin, range: output.add(lines, isAttached: isAttached)))
    }
    /// Adds a block as it is in the source.
    func copy(_ block: Block, _ lines: SourceRange, from text: EditedSource) {
      let bytes = text.bytes(in: lines)
      segments.append(ComposedText.Segment(origin: .block(block), range: output.add(text: bytes)))
      bullets.skip(block, bytes)
    }
    if let header = options.header { add(Self.marked(header, .header), .added) }
    let start = output.bytes.count
    let oldAnchors = addedAnchors
    let parts = ListParts(normalized, text, options, runs: runs, verbatim: verbatim)
    for (index, part) in parts.parts.enumerated() {
      var isAttached = part.isAttached
      if keepsLayout {
        output.add(text: index == 0 ? startGap(part.gap, isFirst: output.bytes.isEmpty) : part.gap)
        isAttached = true
      }
      if let block = part.block, let anchor = oldAnchors[block.range.lowerBound] {
        add([anchor], .added, isAttached: isAttached)
        if keepsLayout { output.add(text: [UInt8(ascii: "\n")]) }
      }
      switch part.kind {
      case .block(let block) where keepsLayout: copy(block, part.lines, from: text)
      case .block(let block):
        let origin = isSorted(block) ? ComposedText.Segment.Origin.entries([block]) : .block(block)
        add(writer.lines(of: block, bullet: bullets.bullet(of: block)), origin, isAttached: isAttached)
      case .verbatim(let block):
        if !isAttached { output.addBlankLine() }
        copy(block, part.lines, from: unstyled)
      case .entries(let run):
        add(writer.lines(of: run, bullet: bullets.addList()), .entries(run.blocks), isAttached: isAttached)
        if run.items.last?.isItem != true { bullets.reset() }
      case .lines(let lines):
        output.add(lines, isAttached: isAttached)
        bullets.reset()
      case .anchor(let line):
        add([line], .added, isAttached: isAttached)
        bullets.reset()
      case .contents(let hasHeading):
        let writer = ContentsWriter(
          list: list, place: normalized.contents, anchors: anchors, options: options, headingShift: headingShift)
        if !hasHeading {
          add([writer.heading], .added, isAttached: isAttached)
          bullets.reset()
        }
        add(writer.lines(bullet: bullets.addList()), .added, isAttached: hasHeading && isAttached)
      }
    }
    if keepsLayout { output.add(text: endGap(parts.end)) }
    let end = output.bytes.count
    if let footer = options.footer { add(Self.marked(footer, .footer), .added) }
    return ComposedText(bytes: output.bytes, segments: segments, list: SourceRange(start, end))
  }

  private var keepsLayout: Bool { options.style == .own }

  /// The lines before the first block; below a header or marker, one blank line instead of those there.
  private func startGap(_ gap: [UInt8], isFirst: Bool) -> [UInt8] {
    guard options.header != nil || headingShift > 0 else { return gap }
    let text = gap.drop { $0 == UInt8(ascii: "\n") }
    return isFirst ? Array(text) : [UInt8(ascii: "\n")] + text
  }

  /// The lines after the last block; none above a footer or marker unless they have text.
  private func endGap(_ gap: [UInt8]) -> [UInt8] {
    guard options.footer != nil || headingShift > 0 else { return gap }
    return Array(gap.trimmingSuffix(while: \.isASCIIWhitespace))
  }

  /// Whether the lists in a block may be in a new order.
  private func isSorted(_ block: Block) -> Bool {
    if case .list = block.kind { !order.isSource } else { false }
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
