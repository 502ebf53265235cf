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
  /// The images, those in raw HTML included, in the order of the text.
  let images: [ListLink]
  /// The links that are no images, in the order of the text.
  private let links: [ListLink]
  /// The stretches of the entries that are in no other one.
  private let outermostEntries: [SourceRange]
  /// The names of entries that are one word, and the parts of those that are written as a path.
  let titleWords: Set<String>

  init(_ list: List) {
    self.list = list
    let entries = list.entries
    self.entries = entries
    images = list.links.filter(\.isImage).sorted { $0.range < $1.range }
    links = list.links.filter { !$0.isImage }.sorted { $0.range < $1.range }
    outermostEntries = Self.outermost(entries.map(\.range))
    titleWords = Self.words(of: entries.map(\.title))
    sections = list.allSections
    blocks = list.document.allBlocks
    kinds = BlockKinds(blocks)
    inlines = Self.located(list.document.allInlines)
    entryTexts = entries.compactMap { EntryText($0, in: self) }
  }

  /// The entries that stand beside one another: of what precedes the sections, of each section, and below each entry.
  var siblings: [[Entry]] {
    let outermost = [list.looseEntries] + sections.map(\.entries)
    return (outermost + entries.map(\.children)).filter { !$0.isEmpty }
  }

  /// The images within a range.
  func images(in range: SourceRange) -> ArraySlice<ListLink> {
    let first = images.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    return images[first...].prefix { $0.range.lowerBound < range.upperBound && $0.range.upperBound <= range.upperBound }
  }

  /// The link that an image is in.
  func link(around range: SourceRange) -> ListLink? {
    let next = links.partitioningIndex { $0.range.lowerBound > range.lowerBound }
    return next > 0 && links[next - 1].range.contains(range) ? links[next - 1] : nil
  }

  /// Whether a range is a part of an entry.
  func isInEntry(_ range: SourceRange) -> Bool {
    let next = outermostEntries.partitioningIndex { $0.lowerBound > range.lowerBound }
    return next > 0 && outermostEntries[next - 1].contains(range)
  }

  private static func outermost(_ ranges: [SourceRange]) -> [SourceRange] {
    var outermost: [SourceRange] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }) {
      if let last = outermost.last, last.contains(range) { continue }
      outermost.append(range)
    }
    return outermost
  }

  private static func words(of titles: [String]) -> Set<String> {
    var words: Set<String> = []
    for title in titles {
      if title.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 && $0 != UInt8(ascii: "/") }) {
        words.insert(title)
      } else if !title.contains(where: \.isWhitespace) {
        // The parts of “owner/name”; those of a longer name are words like any other.
        for word in title.split(separator: "/") { words.insert(String(word)) }
      }
    }
    return words
  }

  /// The inlines with their places in the order of the text, in which nearly all of them are already.
  private static func located(_ all: [Inline]) -> [LocatedInline] {
    var located: [LocatedInline] = []
    located.reserveCapacity(all.count)
    var isSorted = true
    for inline in all {
      guard let range = inline.range else { continue }
      if let last = located.last, !precedes(last.range, range) { isSorted = false }
      located.append(LocatedInline(inline: inline, kind: inline.kind, range: range))
    }
    return isSorted ? located : located.sorted { precedes($0.range, $1.range) }
  }

  private static func precedes(_ left: SourceRange, _ right: SourceRange) -> Bool {
    (left.lowerBound, right.upperBound) < (right.lowerBound, left.upperBound)
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
