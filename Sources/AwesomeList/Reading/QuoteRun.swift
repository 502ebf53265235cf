import Markdown
import Source

/// Consecutive block quotes, each of which may be an entry: `> [Name](u) - text`.
struct QuoteRun {
  /// The quotes that are entries, each run of them as one element, and the others unchanged.
  let elements: [Element]
  /// The number of quotes.
  let count: Int

  /// Reads the quotes at the start of some blocks; nil if none is an entry.
  ///
  /// Quotes that only begin with a link may be prose, so they are entries only if all of two or more do so.
  init(_ blocks: ArraySlice<Block>, builder: EntryBuilder) {
    let quotes = blocks.prefix { $0.kind == .quote }
    let readings = quotes.map { Self.read($0, builder) }
    let areAllEntries = readings.count > 1 && readings.allSatisfy { $0 != nil }
    var elements: [Element] = []
    var run: (entries: [Entry], blocks: [Block]) = ([], [])
    for (quote, reading) in zip(quotes, readings) {
      if let reading, reading.isClear || areAllEntries {
        run.entries.append(reading.entry)
        run.blocks.append(quote)
        continue
      }
      if !run.entries.isEmpty { elements.append(.entries(run.entries, blocks: run.blocks)) }
      run = ([], [])
      elements.append(.kept(quote))
    }
    if !run.entries.isEmpty { elements.append(.entries(run.entries, blocks: run.blocks)) }
    self.elements = elements
    count = quotes.count
  }

  /// Whether a quote is clearly an entry.
  static func isEntry(_ quote: Block, builder: EntryBuilder) -> Bool { entry(quote, builder: builder) != nil }

  /// A quote as an entry; nil unless it is clearly one.
  static func entry(_ quote: Block, builder: EntryBuilder) -> Entry? {
    guard quote.kind == .quote, let reading = read(quote, builder), reading.isClear else { return nil }
    return reading.entry
  }

  private static func read(_ quote: Block, _ builder: EntryBuilder) -> (entry: Entry, isClear: Bool)? {
    // Most quotes are descriptions without a link.
    guard quote.sourceText.bytes(in: quote.range).contains(where: { "[</".utf8.contains($0) }) else { return nil }
    guard quote.alert == nil, let (entry, line) = builder.entry(of: quote), line.beginsWithName, !entry.isPage,
      entry.link != nil
    else { return nil }
    let isDivided = entry.description != nil && (entry.shape != .text || line.hasDivision)
    return (entry, isDivided || !entry.tags.isEmpty)
  }
}
