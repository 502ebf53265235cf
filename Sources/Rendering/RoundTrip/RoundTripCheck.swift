import AwesomeList
import Markdown
import Source

/// Shows that a rendered list says what the list said.
///
/// Every block must be what it was, by its transcript; runs of entries in another order or shape must have the same entries, links and
/// words. Nothing may stand where nothing was put.
struct Proof {
  let before: List
  let after: List
  let composition: Composition
  /// Where the anchors of headings are after rendering, by their anchors in the list.
  let anchors: AnchorMap
  let headingShift: Int
  /// Where the blocks start that stand as they stood.
  let verbatim: Set<Int>
  /// Whether runs of entries are in another shape, so that their marks and raw HTML differ.
  let isShaped: Bool

  private let placesBefore: ListPlaces
  private let placesAfter: ListPlaces

  init(
    before: List, after: List, composition: Composition, anchors: AnchorMap, headingShift: Int, verbatim: Set<Int>,
    isShaped: Bool
  ) {
    self.before = before
    self.after = after
    self.composition = composition
    self.anchors = anchors
    self.headingShift = headingShift
    self.verbatim = verbatim
    self.isShaped = isShaped
    placesBefore = ListPlaces(before)
    placesAfter = ListPlaces(after)
  }

  /// The blocks that say something else after rendering, and a sentence on each; `nil` stands for the end of the list.
  func differences() -> [(block: Block?, problem: String)] {
    var result: [(Block?, String)] = []
    var blocks = after.document.blocks[...]
    for piece in composition.pieces {
      let skipped = take(&blocks, before: piece.range.lowerBound)
      if skipped.contains(where: { composition.list.contains($0.range.lowerBound) }) {
        result.append((piece.blocks.first, "a block would come before it that is not in the list"))
      }
      let found = take(&blocks, before: piece.range.upperBound)
      switch piece.origin {
      case .added: continue
      case .block(let block):
        if let problem = difference(block, found) { result.append((block, problem)) }
      case .entries(let runs):
        if let problem = difference(runs, found) { result += runs.map { ($0, problem) } }
      }
    }
    if blocks.first.map({ composition.list.contains($0.range.lowerBound) }) ?? false {
      result.append((nil, "a block would come at the end that is not in the list"))
    }
    return result + definitionDifferences
  }

  private func take(_ blocks: inout ArraySlice<Block>, before offset: Int) -> ArraySlice<Block> {
    let taken = blocks.prefix { $0.range.lowerBound < offset }
    blocks.removeFirst(taken.count)
    return taken
  }

  private func difference(_ block: Block, _ found: ArraySlice<Block>) -> String? {
    guard found.count == 1, let rendered = found.first else { return "it would become \(found.count) blocks" }
    if !verbatim.contains(block.range.lowerBound), let lost = droppedText(in: block) { return lost }
    if headingShift == 0, anchors.isEmpty, block.isAlike(rendered) { return nil }
    let old = block.transcript(headingShift: headingShift, address: anchors.address, markup: anchors.markup)
    if old == rendered.transcript() { return nil }
    let words = block.visibleText.words
    let other = rendered.visibleText.words
    guard let index = zip(words, other).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset else {
      return "its form, or an address in it, would change"
    }
    return "“\(words[index])” would become “\(other[index])”"
  }

  /// The parser drops footnotes that nothing refers to: between blocks they are kept, inside of one they would be lost.
  private func droppedText(in block: Block) -> String? {
    guard block.holdsBlocks, block.sourceText.bytes(in: block.range).contains(UInt8(ascii: "^")) else { return nil }
    let held = (block.leafRanges + placesBefore.definitions(in: block.range)).sorted()
    var position = block.range.lowerBound
    for range in held + [SourceRange(block.range.upperBound, block.range.upperBound)] {
      if position < range.lowerBound, block.sourceText[SourceRange(position, range.lowerBound)].contains("[^") {
        return "a footnote in it to which nothing refers would be lost; refer to it or move it out"
      }
      position = max(position, range.upperBound)
    }
    return nil
  }

  private func difference(_ runs: [Block], _ found: ArraySlice<Block>) -> String? {
    let source = runs.reduce(runs[0].range) { $0.union($1.range) }
    let rendered = found.reduce(found.first?.range ?? SourceRange(0, 0)) { $0.union($1.range) }
    let old = ListFacts(placesBefore, in: source, blocks: runs, address: anchors.address, hasWords: !isShaped)
    let new = ListFacts(placesAfter, in: rendered, blocks: Array(found), address: { $0 }, hasWords: !isShaped)
    return old.difference(from: new)
  }

  /// A label without what does not count in it: CommonMark 0.31, section 6.3.
  private static func folded(_ label: String) -> String {
    label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private var definitionDifferences: [(Block?, String)] {
    let old = before.document.definitions.map { [Self.folded($0.label), anchors.address($0.destination)] }
    let new = after.document.definitions.filter { composition.list.contains($0.range) }.map {
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

  /// The blocks inside that hold no others, footnotes with their labels.
  fileprivate var leafRanges: [SourceRange] {
    switch kind {
    case .quote, .list, .item: return children.flatMap(\.leafRanges)
    default: return [range]
    }
  }
}
