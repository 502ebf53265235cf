import AwesomeList
import Markdown
import Source

/// The order in which the items of lists are rendered.
struct EntryOrder {
  /// The names of the entries that items are, by the offset at which the item starts; empty where the order is the source's.
  private let keys: [Int: SortKey]

  init(_ list: List, isAlphabetical: Bool) {
    guard isAlphabetical else {
      keys = [:]
      return
    }
    keys = Dictionary(list.entries.map { ($0.range.lowerBound, SortKey($0.title)) }) { first, _ in first }
  }

  var isSource: Bool { keys.isEmpty }

  /// A list's items as they are to be rendered; a list with an item that is no entry, or whose items have numbers, stays as it is.
  func items(of list: Block) -> [Block] {
    let items = list.children
    if isSource { return items }
    if case .list(start: .some, isTight: _) = list.kind { return items }
    let named = items.compactMap { item in keys[item.range.lowerBound].map { (key: $0, item: item) } }
    guard named.count == items.count else { return items }
    return named.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.item)
  }

  /// Items with the quotes that describe them, as they are to be rendered; nil where the blocks stay as they are.
  func described(_ blocks: [Block]) -> [DescribedItem]? {
    guard !isSource, blocks.count > 1 else { return nil }
    var result: [DescribedItem] = []
    for block in blocks {
      switch block.kind {
      case .list(start: nil, isTight: _): result += block.children.map { DescribedItem(item: $0, quote: nil) }
      case .quote:
        guard let last = result.popLast(), last.quote == nil else { return nil }
        result.append(DescribedItem(item: last.item, quote: block))
      default: return nil
      }
    }
    let named = result.compactMap { item in keys[item.item.range.lowerBound].map { (key: $0, item: item) } }
    guard named.count == result.count else { return nil }
    return named.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.item)
  }
}

/// A list's item and the quote below it that describes it.
struct DescribedItem {
  let item: Block
  let quote: Block?
}
