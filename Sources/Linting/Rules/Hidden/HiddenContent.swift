import AwesomeList
import Markdown
import Source

/// What a list has that GitHub does not show as it was meant; found once, because no fix may write there.
struct HiddenContent: Sendable {
  let gluedMarkers: [GluedMarker]
  let unclosedBlocks: [UnclosedBlock]
  let htmlBlocks: [MarkdownInHTML]
  let tables: [BrokenTable]
  /// The headings and list items without anything in them.
  let emptyBlocks: [Block]
  let ignoredDefinitions: [IgnoredDefinition]
  let misleadingLinks: [MisleadingLink]
  private let misleadingPlaces: Set<SourceRange>
  /// Where the headings of the sections begin that such links name.
  private let missedSections: Set<Int>
  /// Where no fix may write: it would write into something else than it takes the place for.
  private let ranges: [SourceRange]

  init(
    _ list: List, _ kinds: BlockKinds,
    inlines: @escaping (SourceRange) -> ArraySlice<LocatedInline>
  ) {
    gluedMarkers = GluedMarkerSearch(list, kinds.paragraphs, inlines: inlines).markers()
    unclosedBlocks = UnclosedBlock.all(in: list, kinds)
    htmlBlocks = kinds.html.compactMap { MarkdownInHTML($0) }
    tables = BrokenTable.all(in: list.document.source, kinds)
    emptyBlocks = kinds.headings.filter(\.isEmpty) + kinds.items.filter(\.isEmpty)
    ignoredDefinitions = IgnoredDefinition.all(in: list.document)
    misleadingLinks = MisleadingLink.all(in: list)
    missedSections = Set(misleadingLinks.map(\.named.heading.range.lowerBound))
    misleadingPlaces = Set(misleadingLinks.map(\.link.range))
    let ranges =
      gluedMarkers.map(\.line) + unclosedBlocks.map(\.range) + htmlBlocks.map(\.block) + tables.map(\.block)
      + emptyBlocks.map(\.range) + ignoredDefinitions.map(\.definition.range) + misleadingLinks.map(\.link.range)
    self.ranges = ranges.merged
  }

  /// Whether a line in a range begins with a marker without its space, so that the text from there on is not a part of the text before.
  func hasGluedMarker(in range: SourceRange) -> Bool {
    let next = gluedMarkers.partitioningIndex { $0.line.upperBound > range.lowerBound }
    return next < gluedMarkers.count && gluedMarkers[next].line.overlaps(range)
  }

  /// Whether a link is an item of a contents list that leads to another section than it names.
  func isMisleading(_ link: SourceRange) -> Bool { misleadingPlaces.contains(link) }

  /// Whether an item names a section and leads to another one.
  func isMissed(_ section: Section) -> Bool { missedSections.contains(section.heading.range.lowerBound) }

  /// Whether one of some edits touches a place where no fix may write.
  func isTouched(by edits: [Edit]) -> Bool {
    if ranges.isEmpty { return false }
    return edits.contains { edit in
      let next = ranges.partitioningIndex { $0.upperBound >= edit.range.lowerBound }
      return next < ranges.count && ranges[next].lowerBound <= edit.range.upperBound
    }
  }
}

extension [SourceRange] {
  /// The ranges in order, those that overlap as one.
  fileprivate var merged: [SourceRange] {
    sorted().reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.union(range)
      } else {
        merged.append(range)
      }
    }
  }
}

extension [Block] {
  /// The block of some in the order of the text, none inside another, that a place is in.
  func holding(_ offset: Int) -> Block? {
    let next = partitioningIndex { $0.range.upperBound > offset }
    return next < count && self[next].range.contains(offset) ? self[next] : nil
  }
}

extension UInt8 {
  /// Line feed or carriage return.
  var isLineBreak: Bool { self == 0x0A || self == 0x0D }
}
