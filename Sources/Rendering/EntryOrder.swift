import AwesomeList
import Markdown
import Source

/// The order in which the items of lists are rendered.
struct EntryOrder {
  /// The names of the entries that items are, by the offset at which the item starts; empty where the order is the source's.
  private let keys: [Int: SortKey]

  init(_ list: List, _ alphabet: Alphabet?) {
    guard let alphabet else {
      keys = [:]
      return
    }
    keys = Dictionary(list.entries.map { ($0.range.lowerBound, SortKey($0.title, alphabet)) }) { first, _ in first }
  }

  var isSource: Bool { keys.isEmpty }

  /// A list's items as they are to be rendered; a list with an item that is no entry, or whose items have numbers, stays as it is.
  func items(of list: Block) -> [Block] {
    let items = list.children
    if isSource { return items }
    if case .list(start: .some, isTight: _) = list.kind { return items }
    return sorted(items) { $0.range.lowerBound } ?? items
  }

  /// The items of a run as they are to be rendered.
  func items(_ items: [RunItem]) -> [RunItem] {
    isSource ? items : sorted(items) { $0.entry?.range.lowerBound } ?? items
  }

  private func sorted<Item>(_ items: [Item], start: (Item) -> Int?) -> [Item]? {
    let named = items.compactMap { item in start(item).flatMap { keys[$0] }.map { (key: $0, item: item) } }
    guard named.count == items.count else { return nil }
    return named.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.item)
  }
}
