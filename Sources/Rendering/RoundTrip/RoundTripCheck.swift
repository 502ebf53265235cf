import AwesomeList
import Markdown
import Source

/// Compares a rendered list with its source.
///
/// Every block must have the same transcript; runs of entries in a new order or shape must have the same entries, links and words. There
/// may be no blocks outside of the segments.
struct RoundTripCheck {
  let before: List
  let after: List
  let text: ComposedText
  /// From the anchors of the list to those after rendering.
  let anchors: AnchorMap
  let headingShift: Int
  /// The offsets of the blocks that were kept as they are.
  let verbatim: Set<Int>
  /// Whether runs of entries are in a new shape, so that their punctuation and raw HTML differ.
  let isShaped: Bool

  private let indexBefore: OffsetIndex
  private let indexAfter: OffsetIndex

  init(
    before: List, after: List, text: ComposedText, anchors: AnchorMap, headingShift: Int, verbatim: Set<Int>,
    isShaped: Bool
  ) {
    self.before = before
    self.after = after
    self.text = text
    self.anchors = anchors
    self.headingShift = headingShift
    self.verbatim = verbatim
    self.isShaped = isShaped
    indexBefore = OffsetIndex(before)
    indexAfter = OffsetIndex(after)
  }

  /// The blocks whose content differs after rendering, with the problem of each; nil is the end of the list.
  func differences() -> [(block: Block?, problem: String)] {
    var result: [(Block?, String)] = []
    var blocks = after.document.blocks[...]
    for segment in text.segments {
      let skipped = consume(&blocks, before: segment.range.lowerBound)
      if skipped.contains(where: { text.list.contains($0.range.lowerBound) }) {
        result.append((segment.blocks.first, "a block that is not in the list would appear before it"))
      }
      let found = consume(&blocks, before: segment.range.upperBound)
      switch segment.origin {
      case .added: continue
      case .block(let block):
        if let problem = difference(block, found) { result.append((block, problem)) }
      case .entries(let runs):
        if let problem = difference(runs, found) { result += runs.map { ($0, problem) } }
      }
    }
    if blocks.first.map({ text.list.contains($0.range.lowerBound) }) ?? false {
      result.append((nil, "a block that is not in the list would appear at the end"))
    }
    return result + definitionDifferences
  }

  private func consume(_ blocks: inout ArraySlice<Block>, before offset: Int) -> ArraySlice<Block> {
    let consumed = blocks.prefix { $0.range.lowerBound < offset }
    blocks.removeFirst(consumed.count)
    return consumed
  }

  private func difference(_ block: Block, _ found: ArraySlice<Block>) -> String? {
    guard found.count == 1, let rendered = found.first else { return "it would become \(found.count) blocks" }
    if !verbatim.contains(block.range.lowerBound), let lost = droppedText(in: block) { return lost }
    if block.isSame(as: rendered, after: anchors.change(headingShift: headingShift)) { return nil }
    let words = block.visibleText.words
    let other = rendered.visibleText.words
    guard let index = zip(words, other).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset else {
      return "its markup or an address in it would change"
    }
    return "“\(words[index])” would become “\(other[index])”"
  }

  /// A footnote without a reference inside the block: the parser drops it, so that it would be lost.
  private func droppedText(in block: Block) -> String? {
    guard block.holdsBlocks, block.sourceText.bytes(in: block.range).contains(UInt8(ascii: "^")) else { return nil }
    let held = (block.leafRanges + indexBefore.definitions(in: block.range)).sorted()
    var position = block.range.lowerBound
    for range in held + [SourceRange(block.range.upperBound, block.range.upperBound)] {
      if position < range.lowerBound, block.sourceText[SourceRange(position, range.lowerBound)].holds("[^") {
        return "a footnote without a reference would be lost; add a reference, or move the footnote out of this block"
      }
      position = max(position, range.upperBound)
    }
    return nil
  }

  private func difference(_ runs: [Block], _ found: ArraySlice<Block>) -> String? {
    let source = runs.reduce(runs[0].range) { $0.union($1.range) }
    let rendered = found.reduce(found.first?.range ?? SourceRange(0, 0)) { $0.union($1.range) }
    let old = ContentSummary(indexBefore, in: source, blocks: runs, address: anchors.address, hasWords: !isShaped)
    let new = ContentSummary(indexAfter, in: rendered, blocks: Array(found), address: { $0 }, hasWords: !isShaped)
    return old.difference(from: new)
  }

  /// A label as it is compared: CommonMark 0.31, section 6.3.
  private static func folded(_ label: String) -> String {
    LinkDefinition.normalized(label)
  }

  private var definitionDifferences: [(Block?, String)] {
    let old = before.document.definitions.map { [Self.folded($0.label), anchors.address($0.destination)] }
    let new = after.document.definitions.filter { text.list.contains($0.range) }.map {
      [Self.folded($0.label), $0.destination]
    }
    if old == new { return [] }
    let index = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    let definitions = before.document.definitions
    let place = index < definitions.count ? definitions[index].range : definitions.last?.range ?? SourceRange(0, 0)
    let block = before.document.blocks.first { $0.range.contains(place) }
    return [(block, "the definition of [\(index < old.count ? old[index][0] : new[index][0])] would change")]
  }
}

extension Block {
  fileprivate var holdsBlocks: Bool {
    switch kind {
    case .quote, .list, .item, .footnoteDefinition: true
    default: false
    }
  }

  /// The innermost blocks, footnotes with their labels.
  fileprivate var leafRanges: [SourceRange] {
    switch kind {
    case .quote, .list, .item: return children.flatMap(\.leafRanges)
    default: return [range]
    }
  }
}
