import AwesomeList
import Markdown
import Source

/// Sorts entries as they are written: table rows, lines, `details` elements, headings with their sections, and list items where these
/// are not written anew.
///
/// Their source is moved as it is, by the same edits as in the fix of the rule `order`.
struct WrittenOrder {
  let order: NameOrder
  let includesItems: Bool

  /// The levels of nested entries that are sorted, the outer ones first.
  private static let rounds = 6

  /// The sorted list; as it is where sorting would change the content.
  func applied(to list: List) throws(RenderingError) -> List {
    var list = list
    for _ in 0..<Self.rounds {
      let edits = edits(in: list)
      if edits.isEmpty { break }
      let bytes = edits.applied(to: list.document.source.bytes).bytes
      let moved = try Renderer.list(SourceText(utf8: bytes))
      guard Self.isSame(list, moved) else { break }
      list = moved
    }
    return list
  }

  /// The edits of the outermost groups.
  private func edits(in list: List) -> [Edit] {
    var end = 0
    var edits: [Edit] = []
    for group in list.entryGroups.filter({ includesItems || !$0.isList }).sorted(by: { $0.range < $1.range }) {
      guard group.range.lowerBound >= end else { continue }
      let found = group.edits(by: order, in: list.document.source)
      if !found.isEmpty { end = group.range.upperBound }
      edits += found
    }
    return edits
  }

  /// Whether two lists have the same entries, links, words, definitions and anchors, in any order.
  private static func isSame(_ old: List, _ new: List) -> Bool {
    summary(old).difference(from: summary(new)) == nil && definitions(old) == definitions(new)
      && anchors(old) == anchors(new)
  }

  private static func summary(_ list: List) -> ContentSummary {
    let document = list.document
    return ContentSummary(
      OffsetIndex(list), in: document.source.range, blocks: document.blocks, address: { $0 }, hasWords: true)
  }

  private static func definitions(_ list: List) -> [[String]] {
    list.document.definitions.map { [$0.label, $0.destination] }
  }

  private static func anchors(_ list: List) -> [String] {
    var slugger = Slugger()
    return list.document.headings.map { slugger.anchor(for: $0.text) + " " + $0.text }.sorted()
  }
}
