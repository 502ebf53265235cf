import AwesomeList
import Markdown
import Source

/// The entries, links and definitions of a list by offset, so that those in a range are found by binary search.
struct OffsetIndex {
  private let entries: [Entry]
  private let links: [ListLink]
  private let definitions: [SourceRange]

  init(_ list: List) {
    entries = list.entries.sorted { $0.range.lowerBound < $1.range.lowerBound }
    links = list.links.sorted { $0.range.lowerBound < $1.range.lowerBound }
    definitions = list.document.definitions.map(\.range)
  }

  func entries(in range: SourceRange) -> [Entry] { Self.within(range, of: entries, at: \.range) }

  func links(in range: SourceRange) -> [ListLink] { Self.within(range, of: links, at: \.range) }

  func definitions(in range: SourceRange) -> [SourceRange] { Self.within(range, of: definitions, at: \.self) }

  private static func within<Value>(
    _ range: SourceRange, of values: [Value], at place: (Value) -> SourceRange
  ) -> [Value] {
    let first = values.partitioningIndex { place($0).lowerBound >= range.lowerBound }
    return values[first...].prefix { place($0).lowerBound < range.upperBound }.filter { range.contains(place($0)) }
  }
}
