import AwesomeList
import Markdown
import Source

/// Puts those entries in order that are no items of Markdown's lists: rows of tables, lines, elements `details`, headings with what is below them.
///
/// They change places as they are written, by the same edits as in the fix of the rule `order`.
struct WrittenOrder {
  let alphabet: Alphabet

  /// How often entries in one another are put in order, the outer ones first.
  private static let rounds = 6

  /// The list in order; as it is where it would not be proven to say the same.
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

  /// The edits of groups that are in no other one.
  private func edits(in list: List) -> [Edit] {
    var end = 0
    var edits: [Edit] = []
    for group in list.entryGroups.filter({ !$0.isList }).sorted(by: { $0.range < $1.range }) {
      guard group.range.lowerBound >= end else { continue }
      let found = group.edits(by: alphabet, in: list.document.source)
      if !found.isEmpty { end = group.range.upperBound }
      edits += found
    }
    return edits
  }

  /// Whether two lists have the same entries, links, words, definitions and anchors, in whichever order.
  private static func isSame(_ old: List, _ new: List) -> Bool {
    facts(old).difference(from: facts(new)) == nil && definitions(old) == definitions(new)
      && anchors(old) == anchors(new)
  }

  private static func facts(_ list: List) -> ListFacts {
    let document = list.document
    return ListFacts(
      ListPlaces(list), in: document.source.range, blocks: document.blocks, address: { $0 }, hasWords: true)
  }

  private static func definitions(_ list: List) -> [[String]] {
    list.document.definitions.map { [$0.label, $0.destination] }
  }

  private static func anchors(_ list: List) -> [String] {
    var slugger = Slugger()
    return list.document.headings.map { slugger.anchor(for: $0.text) + " " + $0.text }.sorted()
  }
}
