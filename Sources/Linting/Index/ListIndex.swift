public import AwesomeList
public import Markdown
public import Source

/// The parts of a list that many rules need, computed once for all of them.
public struct ListIndex: Sendable {
  public let list: List
  /// Every entry in the order of the text, parents before their children.
  public let entries: [Entry]
  /// Every section in the order of the text, parents before their children.
  public let sections: [Section]
  /// What each section is for.
  var sectionRoles: [SectionRole] { lazySectionRoles.value }
  private let lazySectionRoles: Lazy<[SectionRole]>
  /// The inlines whose place is known, in the order of the text, outer ones before what they contain.
  public let inlines: [LocatedInline]
  /// Where each of them begins, so that a search does not go through the inlines themselves.
  private let inlineStarts: [Int32]
  /// The changes that the contents lists need.
  var contentsRevisions: [ContentsRevision] { lazyContentsRevisions.value }
  private let lazyContentsRevisions: Lazy<[ContentsRevision]>
  /// The places of the texts among them.
  var texts: TextRanges { lazyTexts.value }
  private let lazyTexts: Lazy<TextRanges>
  /// The places of the links of Markdown among them.
  let linkRanges: [SourceRange]
  /// The destinations of all links, images and definitions as they are written.
  var destinations: TextRanges { lazyDestinations.value }
  private let lazyDestinations: Lazy<TextRanges>

  /// The users and passwords of URLs, as they are in the text.
  var secrets: [SourceRange] { lazySecrets.value }
  private let lazySecrets: Lazy<[SourceRange]>

  /// The blocks by what they are.
  public let kinds: BlockKinds

  /// What GitHub does not show as it was meant.
  var hidden: HiddenContent { lazyHidden.value }
  private let lazyHidden: Lazy<HiddenContent>

  /// The descriptions of the entries that have one after their link.
  var entryTexts: [EntryText] { entryIndex.texts }
  /// What each entry is, at its position among the entries.
  var outlines: [EntryOutline] { entryIndex.outlines }
  private let entryIndex: EntryIndex
  /// The images, those in raw HTML included, in the order of the text.
  var images: [ListLink] { imagePlaces.map { list.links[$0.position] } }
  /// Where the images are among the list's links, those in raw HTML included, in the order of the text.
  private let imagePlaces: [(range: SourceRange, position: Int)]
  /// Where the links that are no images are among the list's, those in raw HTML included, in the order of the text.
  private let linkPlaces: [(range: SourceRange, position: Int)]
  /// The stretches of the entries that are in no other one.
  private let outermostEntries: [SourceRange]
  /// The positions of entries that are beside one another: of what precedes the sections, of each section, and below each entry.
  let siblings: [[Int]]
  /// For each entry the number of the section that it is in, from 1; 0 before the first one.
  let sectionNumbers: [Int]

  init(_ list: List) {
    self.list = list
    let entries = list.entries
    self.entries = entries
    imagePlaces = Self.places(of: list.links) { $0.isImage }
    linkPlaces = Self.places(of: list.links) { !$0.isImage }
    outermostEntries = Self.outermost(entries.map(\.range))
    let sections = list.allSections
    self.sections = sections
    lazyContentsRevisions = Lazy { list.contentsRevisions() }
    lazySectionRoles = Lazy { sections.map { SectionRole($0) } }
    let groups = [list.looseEntries] + sections.map(\.entries)
    let siblings = Siblings(groups)
    self.siblings = siblings.all
    sectionNumbers = siblings.groupNumbers
    let kinds = BlockKinds(list.document.allBlocks)
    self.kinds = kinds
    let inlines = list.document.locatedInlines
    self.inlines = inlines
    let starts = inlines.map { Int32(truncatingIfNeeded: $0.range.lowerBound) }
    inlineStarts = starts
    linkRanges = inlines.lazy.filter { $0.kind == .link }.map(\.range)
    lazyHidden = Lazy { HiddenContent(list, kinds) { inlines[starts.positions(beginningIn: $0)] } }
    let source = list.document.source
    lazyDestinations = Lazy { TextRanges(list.destinationRanges, in: source) }
    lazySecrets = Lazy { Credentials.ranges(in: source.bytes).map { SourceRange($0) } }
    lazyTexts = Lazy { TextRanges(inlines.lazy.filter { $0.kind == .text }.map(\.range), in: source) }
    entryIndex = EntryIndex(entries, in: list.document, hidden: lazyHidden) {
      inlines[starts.positions(beginningIn: $0)]
    }
  }

  /// Makes the lazy parts, on all cores.
  func prepare() {
    let (texts, destinations, roles, hidden) = (lazyTexts, lazyDestinations, lazySectionRoles, lazyHidden)
    let others: [@Sendable () -> Void] = [
      { _ = texts.value }, { _ = (destinations.value, roles.value) }, { _ = hidden.value },
    ]
    (entryIndex.tasks + others).runAtOnce()
  }

  /// Whether an image is within a link, as a part of it.
  func hasImage(within link: SourceRange) -> Bool {
    let first = imagePlaces.partitioningIndex { $0.range.lowerBound >= link.lowerBound }
    let inner = imagePlaces[first...].prefix {
      $0.range.lowerBound < link.upperBound && $0.range.upperBound <= link.upperBound
    }
    return inner.contains { $0.range != link }
  }

  /// The link that an image is in.
  func link(around range: SourceRange) -> ListLink? {
    let next = linkPlaces.partitioningIndex { $0.range.lowerBound > range.lowerBound }
    return next > 0 && linkPlaces[next - 1].range.contains(range) ? list.links[linkPlaces[next - 1].position] : nil
  }

  private static func places(
    of links: [ListLink], where isWanted: (ListLink) -> Bool
  ) -> [(range: SourceRange, position: Int)] {
    var places: [(range: SourceRange, position: Int)] = []
    var isSorted = true
    for position in links.indices where isWanted(links[position]) {
      let range = links[position].range
      if let last = places.last, range < last.range { isSorted = false }
      places.append((range, position))
    }
    return isSorted ? places : places.sorted { ($0.range, $0.position) < ($1.range, $1.position) }
  }

  /// The links, images aside, those in raw HTML included, in the order of the text.
  var links: [ListLink] { linkPlaces.map { list.links[$0.position] } }

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

  /// The inlines that begin in a range, outer ones before what they contain.
  public func inlines(in range: SourceRange) -> ArraySlice<LocatedInline> {
    inlines[inlineStarts.positions(beginningIn: range)]
  }
}

extension [Int32] {
  /// Where those of offsets in order are that lie in a range.
  fileprivate func positions(beginningIn range: SourceRange) -> Range<Int> {
    let first = partitioningIndex { Int($0) >= range.lowerBound }
    // Such ranges contain few inlines.
    var end = first
    while end < count, Int(self[end]) < range.upperBound { end += 1 }
    return first..<end
  }
}

/// A list with its index and the problems of its characters, both made on first use.
///
/// Whoever keeps it decides when all of that is freed, which takes a part of the time that linting takes.
public struct IndexedList: Sendable {
  public let list: List
  let index: Lazy<ListIndex>
  let textFindings: Lazy<TextFindings>

  public init(_ list: List) {
    self.list = list
    index = Lazy { ListIndex(list) }
    textFindings = Lazy { TextFindings(list) }
  }
}
