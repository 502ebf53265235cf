import AwesomeList
import Markdown
import Source

/// The entries of a run in rendering order.
struct EntryRunLayout {
  let items: [RunItem]
  /// Their blocks in the source.
  let blocks: [Block]
}

/// An entry of a run.
struct RunItem {
  enum Content {
    /// A list item, with the quote below it that describes it.
    case item(Block, isTight: Bool, quote: Block?)
    /// Blocks without a list item, such as `details` elements.
    case blocks([Block])
    /// An entry in its new shape; whether that is a list item.
    case lines([String], isItem: Bool)
  }

  let content: Content
  let entry: Entry?

  var isItem: Bool {
    switch content {
    case .item: true
    case .blocks: false
    case .lines(_, let isItem): isItem
    }
  }
}

extension RunItem {
  /// The items of a run of unordered lists, quotes and `details` elements; nil where it has other blocks.
  static func items(of entries: [Entry], in blocks: [Block]) -> [RunItem]? {
    let byStart = Dictionary(entries.map { ($0.range.lowerBound, $0) }) { first, _ in first }
    var result: [RunItem] = []
    var rest = blocks[...]
    while let block = rest.popFirst() {
      switch block.kind {
      case .list(start: nil, let isTight):
        result += block.children.map { item in
          RunItem(content: .item(item, isTight: isTight, quote: nil), entry: byStart[item.range.lowerBound])
        }
      case .quote:
        guard let last = result.popLast(), case .item(let item, let isTight, nil) = last.content else { return nil }
        result.append(RunItem(content: .item(item, isTight: isTight, quote: block), entry: last.entry))
      case .html:
        var element = [block]
        let inside = entries[entries.partitioningIndex { $0.range.lowerBound >= block.range.lowerBound }...]
          .prefix { $0.range.lowerBound < block.range.upperBound }
        let end = inside.last?.range.upperBound ?? block.range.upperBound
        while let next = rest.first, next.range.lowerBound < end {
          element.append(next)
          rest.removeFirst()
        }
        let isWhole = inside.count == 1 && inside.first?.range.lowerBound == block.range.lowerBound
        result.append(RunItem(content: .blocks(element), entry: isWhole ? inside.first : nil))
      default: return nil
      }
    }
    return result
  }
}
