import AwesomeList
import Markdown
import Source

/// The order of list items.
struct EntryOrder {
  /// The sort key and end of each entry by its offset; empty where the order of the source is kept.
  private let entries: [Int: (key: SortKey, end: Int)]

  init(_ list: List, _ order: NameOrder?) {
    guard let order else {
      entries = [:]
      return
    }
    entries = Dictionary(
      list.entries.map { ($0.range.lowerBound, (SortKey($0.title, order), $0.range.upperBound)) }
    ) { first, _ in first }
  }

  var isSource: Bool { entries.isEmpty }

  /// A list's items in order.
  ///
  /// A list is kept as it is if it is numbered, has an item that is not an entry, or has a quote below it that describes its last item.
  func items(of list: Block) -> [Block] {
    let items = list.children
    if isSource { return items }
    if case .list(start: .some, isTight: _) = list.kind { return items }
    if let last = items.last, let entry = entries[last.range.lowerBound], entry.end > list.range.upperBound {
      return items
    }
    return sorted(items) { $0.range.lowerBound } ?? items
  }

  /// The items of a run in order.
  func items(_ items: [RunItem]) -> [RunItem] {
    isSource ? items : sorted(items) { $0.entry?.range.lowerBound } ?? items
  }

  private func sorted<Item>(_ items: [Item], start: (Item) -> Int?) -> [Item]? {
    let named = items.compactMap { item in start(item).flatMap { entries[$0] }.map { (key: $0.key, item: item) } }
    guard named.count == items.count else { return nil }
    return named.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.item)
  }
}
