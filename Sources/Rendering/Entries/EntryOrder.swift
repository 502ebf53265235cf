import AwesomeList
import Markdown
import Source

/// The order in which the items of lists are rendered.
struct EntryOrder {
  /// The names of the entries that items are, and where these end, by the offset at which the item starts; empty where the order is the
  /// source's.
  private let entries: [Int: (key: SortKey, end: Int)]

  init(_ list: List, _ alphabet: Alphabet?) {
    guard let alphabet else {
      entries = [:]
      return
    }
    entries = Dictionary(
      list.entries.map { ($0.range.lowerBound, (SortKey($0.title, alphabet), $0.range.upperBound)) }
    ) { first, _ in first }
  }

  var isSource: Bool { entries.isEmpty }

  /// A list's items as they are to be rendered.
  ///
  /// A list stays as it is with an item that is no entry, with numbers, and with a quote below it, which describes its last item.
  func items(of list: Block) -> [Block] {
    let items = list.children
    if isSource { return items }
    if case .list(start: .some, isTight: _) = list.kind { return items }
    if let last = items.last, let entry = entries[last.range.lowerBound], entry.end > list.range.upperBound {
      return items
    }
    return sorted(items) { $0.range.lowerBound } ?? items
  }

  /// The items of a run as they are to be rendered.
  func items(_ items: [RunItem]) -> [RunItem] {
    isSource ? items : sorted(items) { $0.entry?.range.lowerBound } ?? items
  }

  private func sorted<Item>(_ items: [Item], start: (Item) -> Int?) -> [Item]? {
    let named = items.compactMap { item in start(item).flatMap { entries[$0] }.map { (key: $0.key, item: item) } }
    guard named.count == items.count else { return nil }
    return named.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.item)
  }
}
