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
  /// The places of the texts among them.
  let textRanges: [SourceRange]
  /// The places of the links of Markdown among them.
  let linkRanges: [SourceRange]
  /// The destinations of all links, images and definitions as they are written.
  let destinationRanges: [SourceRange]

  /// The blocks by what they are.
  public let kinds: BlockKinds

  /// The descriptions of the entries that have one behind their link.
  var entryTexts: [EntryText] { lazyEntryTexts.value }
  private let lazyEntryTexts: Lazy<[EntryText]>
  /// The images, those in raw HTML included, in the order of the text.
  let images: [ListLink]
  /// Where the links that are no images are among the list's, those in raw HTML included, in the order of the text.
  private let linkPlaces: [(range: SourceRange, position: Int)]
  /// The stretches of the entries that are in no other one.
  private let outermostEntries: [SourceRange]
  /// The names of entries that are one word, and the parts of those that are written as a path, as far as they may begin with a
  /// small letter.
  var titleWords: Set<String> { lazyTitleWords.value }
  private let lazyTitleWords: Lazy<Set<String>>
  /// The entries that stand beside one another: of what precedes the sections, of each section, and below each entry.
  let siblings: [[Entry]]
  /// For each entry the number of the section that it stands in, from 1; 0 before the first one.
  let sectionNumbers: [Int]

  init(_ list: List) {
    self.list = list
    let entries = list.entries
    self.entries = entries
    images = list.links.filter(\.isImage).sorted { $0.range < $1.range }
    linkPlaces = Self.linkPlaces(list.links)
    outermostEntries = Self.outermost(entries.map(\.range))
    lazyTitleWords = Lazy { Self.smallWords(of: entries) }
    let sections = list.allSections
    self.sections = sections
    siblings = Self.siblings(list, sections, entries)
    sectionNumbers = Self.sectionNumbers(list, sections)
    blocks = list.document.allBlocks
    kinds = BlockKinds(blocks)
    let inlines = list.document.locatedInlines
    self.inlines = inlines
    textRanges = inlines.lazy.filter { $0.kind == .text }.map(\.range)
    linkRanges = inlines.lazy.filter { $0.kind == .link }.map(\.range)
    destinationRanges = list.destinationRanges
    lazyEntryTexts = Lazy { EntryText.all(of: entries, inlines, in: list.document) }
  }

  private static func sectionNumbers(_ list: List, _ sections: [Section]) -> [Int] {
    var numbers: [Int] = []
    func add(_ entries: [Entry], _ number: Int) {
      for entry in entries {
        numbers.append(number)
        add(entry.children, number)
      }
    }
    add(list.looseEntries, 0)
    for (position, section) in sections.enumerated() { add(section.entries, position + 1) }
    return numbers
  }

  private static func siblings(_ list: List, _ sections: [Section], _ entries: [Entry]) -> [[Entry]] {
    var result = [list.looseEntries]
    for section in sections { result.append(section.entries) }
    for entry in entries where !entry.children.isEmpty { result.append(entry.children) }
    return result.filter { !$0.isEmpty }
  }

  /// The images within a range.
  func images(in range: SourceRange) -> ArraySlice<ListLink> {
    let first = images.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    return images[first...].prefix { $0.range.lowerBound < range.upperBound && $0.range.upperBound <= range.upperBound }
  }

  /// The link that an image is in.
  func link(around range: SourceRange) -> ListLink? {
    let next = linkPlaces.partitioningIndex { $0.range.lowerBound > range.lowerBound }
    return next > 0 && linkPlaces[next - 1].range.contains(range) ? list.links[linkPlaces[next - 1].position] : nil
  }

  private static func linkPlaces(_ links: [ListLink]) -> [(range: SourceRange, position: Int)] {
    var places: [(range: SourceRange, position: Int)] = []
    places.reserveCapacity(links.count)
    for position in links.indices where !links[position].isImage { places.append((links[position].range, position)) }
    return places.sorted { ($0.range, $0.position) < ($1.range, $1.position) }
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

  private static func smallWords(of entries: [Entry]) -> Set<String> {
    var words: Set<String> = []
    for entry in entries {
      let bytes = entry.title.utf8
      if bytes.contains(where: \.isBlank) { continue }
      if !bytes.allSatisfy({ $0 < 0x80 }), entry.title.contains(where: \.isWhitespace) { continue }
      // The parts of “owner/name”; those of a longer name are words like any other.
      for word in bytes.split(separator: UInt8(ascii: "/")) {
        if let first = word.first, first >= 0x80 || (0x61...0x7A).contains(first) {
          words.insert(String(Substring(word)))
        }
      }
    }
    return words
  }

  /// The inlines that begin in a range, outer ones before what they hold.
  public func inlines(in range: SourceRange) -> ArraySlice<LocatedInline> {
    inlines.beginning(in: range)
  }
}

extension [LocatedInline] {
  /// Those of inlines in the order of the text that begin in a range.
  func beginning(in range: SourceRange) -> ArraySlice<LocatedInline> {
    let first = partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    // Ranges that are asked for hold few inlines.
    var end = first
    while end < count, self[end].range.lowerBound < range.upperBound { end += 1 }
    return self[first..<end]
  }
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
