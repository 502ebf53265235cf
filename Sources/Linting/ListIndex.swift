public import AwesomeList
public import Markdown
public import Source

/// What many rules ask about a list, computed once for all of them.
public struct ListIndex: Sendable {
  public let list: List
  /// Every entry in the order of the text, parents before their children.
  public let entries: [Entry]
  /// Every section in the order of the text, parents before their children.
  public let sections: [Section]
  /// Every block, outer ones before what they hold, in the order of the text.
  public let blocks: [Block]
  /// The inlines whose place is known, in the order of the text, outer ones before what they hold.
  public let inlines: [LocatedInline]

  /// The blocks by what they are.
  public let kinds: BlockKinds

  /// The descriptions of the entries that have one behind their link.
  private(set) var entryTexts: [EntryText] = []

  init(_ list: List) {
    self.list = list
    entries = list.entries
    sections = list.allSections
    blocks = list.document.allBlocks
    kinds = BlockKinds(blocks)
    inlines = list.document.allInlines.compactMap { inline in
      inline.range.map { LocatedInline(inline: inline, kind: inline.kind, range: $0) }
    }.sorted { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    entryTexts = entries.compactMap { EntryText($0, in: self) }
  }

  /// The entries that stand beside one another: of what precedes the sections, of each section, and below each entry.
  var siblings: [[Entry]] {
    let outermost = [list.looseEntries] + sections.map(\.entries)
    return (outermost + entries.map(\.children)).filter { !$0.isEmpty }
  }

  /// The inlines that begin in a range, outer ones before what they hold.
  public func inlines(in range: SourceRange) -> ArraySlice<LocatedInline> {
    let first = inlines.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = inlines[first...].partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return inlines[first..<end]
  }
}

/// An inline with its place.
public struct LocatedInline: Sendable {
  public let inline: Inline
  public let kind: Inline.Kind
  public let range: SourceRange

  /// The text that a reader sees.
  public var text: String { inline.text }
}

extension RandomAccessCollection where Index == Int {
  /// The first index from which on a condition holds, where it holds for all elements behind the first one that fulfils it.
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
