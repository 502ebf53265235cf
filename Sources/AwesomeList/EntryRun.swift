import Markdown
import Source

/// Consecutive blocks that hold entries: a list, then the quotes and lists that continue it.
///
/// A block quote at column 0 closes the list above it in CommonMark, so a list of entries with such descriptions is as many lists as it has
/// entries, with quotes between them.
struct EntryRun {
  private(set) var entries: [Entry] = []
  private var blocks: [Block]
  /// The last item of the last list, if its entry may still be described by a quote.
  private var hasQuotes = false

  init(list: Block) {
    blocks = [list]
    entries = EntryBuilder.entries(of: list)
  }

  /// Takes a block in, if it continues the run.
  mutating func accepts(_ block: Block) -> Bool {
    guard let last = blocks.last else { return false }
    switch (last.kind, block.kind) {
    case (.list, .quote):
      guard let entry = entries.last, entry.description == nil, entry.link != nil, isNext(block, after: last) else {
        return false
      }
      entries[entries.count - 1] = entry.described(by: block)
      hasQuotes = true
    case (.quote, .list):
      // A list of another kind is a list of its own.
      guard hasQuotes else { return false }
      let more = EntryBuilder.entries(of: block)
      guard !more.isEmpty else { return false }
      entries += more
    default: return false
    }
    blocks.append(block)
    return true
  }

  /// The run as an element, or its blocks kept as they stand where no entry was recognised.
  var elements: [Element] {
    entries.isEmpty ? blocks.map(Element.kept) : [.entries(entries, blocks: blocks)]
  }

  /// Whether a quote belongs to the list before it: it follows on the next line, or it follows a list of one item.
  private func isNext(_ quote: Block, after list: Block) -> Bool {
    let source = list.sourceText
    let distance =
      source.lineIndex(at: quote.range.lowerBound) - source.lineIndex(at: max(list.range.upperBound - 1, 0))
    return distance == 1 || list.children.count == 1
  }
}

extension Entry {
  /// The same entry with a quote below it as its description.
  func described(by quote: Block) -> Entry {
    Entry(
      title: title, link: link, furtherLinks: furtherLinks + EntryBuilder.links(in: quote),
      description: EntryBuilder.description(quote), tags: tags, children: children, shape: .quote,
      range: range.union(quote.range))
  }
}
