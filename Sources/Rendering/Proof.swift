import AwesomeList
import Markdown
import Source

/// Shows that a rendered list says what the list said.
struct Proof {
  let before: List
  let after: List
  /// Where the list stands in the rendered file.
  let range: SourceRange

  /// Blocks of raw HTML that rendering adds.
  let added: Set<String>
  /// Whether the same things in another order are the same.
  let ignoresOrder: Bool

  init(before: List, after: List, in range: SourceRange, added: [String], ignoresOrder: Bool) {
    self.ignoresOrder = ignoresOrder
    self.before = before
    self.after = after
    self.range = range
    self.added = Set(added)
  }

  /// Throws what would be lost.
  func check() throws(RenderingError) {
    try compare(entries(before, in: before.document.source.range), entries(after, in: range), "the entry")
    try compare(addresses(before, in: before.document.source.range), addresses(after, in: range), "the link to")
    try compare(words(before, in: before.document.source.range), words(after, in: range), "the text")
    try checkFragments()
    try checkDroppedText()
  }

  /// The parser drops footnotes that nothing refers to: between blocks they are kept, inside of one they would be lost.
  private func checkDroppedText() throws(RenderingError) {
    let source = before.document.source
    let definitions = before.document.definitions.map(\.range)
    for block in before.document.blocks {
      guard source.bytes(in: block.range).contains(UInt8(ascii: "^")) else { continue }
      let held = (block.leafRanges + definitions.filter(block.range.contains)).sorted()
      var position = block.range.lowerBound
      for range in held + [SourceRange(block.range.upperBound, block.range.upperBound)] {
        if position < range.lowerBound, source[SourceRange(position, range.lowerBound)].contains("[^") {
          let line = source.location(of: position).line
          throw .changesMeaning(
            "the footnote near line \(line), to which nothing refers, stands inside a quote or an item; refer to it or move it out"
          )
        }
        position = max(position, range.upperBound)
      }
    }
  }

  private func entries(_ list: List, in range: SourceRange) -> [String] {
    list.entries.filter { range.contains($0.range) }.map { entry in
      [entry.title, entry.url ?? "", entry.description?.text ?? ""].joined(separator: " ")
    }
  }

  private func addresses(_ list: List, in range: SourceRange) -> [String] {
    list.links.filter { range.contains($0.range) && !$0.url.hasPrefix("#") }.map(\.url)
  }

  /// The words that a reader sees, raw HTML and code verbatim, without the contents list.
  private func words(_ list: List, in range: SourceRange) -> [String] {
    let left = list.contentsRanges
    var result: [String] = []
    for block in list.document.allBlocks where range.contains(block.range) {
      if left.contains(where: { $0.contains(block.range) }) { continue }
      switch block.kind {
      case .paragraph, .heading, .tableCell: result += block.text.split { $0.isWhitespace }.map(String.init)
      case .html where isAdded(block, in: list): continue
      case .code, .html: result += block.literal.split { $0.isWhitespace }.map(String.init)
      default: continue
      }
    }
    return result
  }

  /// Whether rendering added a block; a list that had the same block already keeps it.
  private func isAdded(_ block: Block, in list: List) -> Bool {
    let text = String(block.literal.droppingLineEnd)
    return added.contains(text) && list.document.source.range == after.document.source.range
      && !before.document.blocks.contains { $0.kind == .html && String($0.literal.droppingLineEnd) == text }
  }

  private func checkFragments() throws(RenderingError) {
    let dead = after.links.first { link in
      range.contains(link.range) && link.url.hasPrefix("#") && !after.anchors.resolves(String(link.url.dropFirst()))
    }
    guard let dead else { return }
    let wasDead = before.links.contains { $0.url == dead.url && !before.anchors.resolves(String($0.url.dropFirst())) }
    if !wasDead { throw .changesMeaning("the link to \(dead.url) would lead nowhere") }
  }

  private func compare(_ before: [String], _ after: [String], _ what: String) throws(RenderingError) {
    let before = ignoresOrder ? before.sorted() : before
    let after = ignoresOrder ? after.sorted() : after
    guard before != after else { return }
    let index =
      zip(before, after).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(before.count, after.count)
    let old = index < before.count ? "“\(before[index])”" : "nothing"
    let new = index < after.count ? "“\(after[index])”" : "nothing"
    throw .changesMeaning("\(what) \(old) would become \(new)")
  }
}

extension List {
  /// The contents headings and the lists of links into the document, of which a rendered list may have more or fewer.
  fileprivate var contentsRanges: [SourceRange] {
    let lists = document.blocks.filter(\.isListOfSections)
    return allSections.filter(\.heading.isContents).map(\.heading.range) + lists.map(\.range)
  }
}

extension String {
  fileprivate var droppingLineEnd: Substring { hasSuffix("\n") ? dropLast() : self[...] }
}

extension Block {
  /// The blocks inside that hold no others, footnotes with their labels.
  fileprivate var leafRanges: [SourceRange] {
    switch kind {
    case .quote, .list, .item: return children.flatMap(\.leafRanges)
    default: return [range]
    }
  }
}
