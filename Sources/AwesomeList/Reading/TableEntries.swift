import Markdown
import Source

/// A Markdown table whose rows are entries.
enum TableEntries {
  /// The entries of a table; empty where most rows have no link with a text, or nothing but links.
  static func entries(of table: Block, html: RawHTML) -> [Entry] {
    let rows = table.children
    guard let first = rows.first, case .tableRow(isHeader: true) = first.kind else { return [] }
    let header = first.children.map { String(EmojiAffix.trim($0.text[...])) }
    let described = RowEntry.describedColumn(header)
    let readings = rows.dropFirst().map { row in
      RowEntry(
        row.children.map { (FlatText($0, html: html), $0.range) }, described: described, range: row.range)
    }
    let entries = readings.compactMap(\.entry)
    let bare = readings.count { $0.isBare && $0.entry != nil }
    let isNamed = header.contains { !$0.isEmpty }
    guard entries.count * 2 >= readings.count, isNamed || bare * 2 < entries.count else { return [] }
    return entries
  }
}
