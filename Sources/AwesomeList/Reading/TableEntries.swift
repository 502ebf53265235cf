import Markdown
import Source

/// A Markdown table whose rows are entries.
enum TableEntries {
  /// The entries of a table; empty if its rows have no links with a text at one place, or only links and no header.
  static func entries(of table: Block, html: RawHTML) -> [Entry] {
    let rows = table.children
    guard let first = rows.first, case .tableRow(isHeader: true) = first.kind else { return [] }
    let header = first.children.map { $0.text.trimmed }
    let columns = TableColumns(header: header)
    let isNamed = header.contains { !$0.isEmpty }
    let readings = rows.dropFirst().map { read($0, columns, html) }
    let entries = entries(of: readings, isNamed: isNamed)
    guard !columns.isNamed, !entries.isEmpty || readings.isEmpty else { return entries }
    // A table must have a header row, so that of a table without names of columns is its first entry.
    let top = read(first, columns, html)
    return top.entry.map(\.isPage) == false ? self.entries(of: [top] + readings, isNamed: isNamed) : entries
  }

  /// The entries of some rows; empty if most have none, unless those with a link have it where names are.
  static func entries(of rows: [RowEntry], isNamed: Bool) -> [Entry] {
    let entries = rows.compactMap(\.entry)
    let bare = rows.count { $0.isBare && $0.entry != nil }
    guard isNamed || bare * 2 < entries.count else { return [] }
    if entries.count * 2 >= rows.count { return entries }
    let isPlaced = isNamed && rows.allSatisfy { $0.entry == nil || $0.isPlaced }
    return isPlaced ? entries : []
  }

  private static func read(_ row: Block, _ columns: TableColumns, _ html: RawHTML) -> RowEntry {
    RowEntry(row.cells(html), columns, range: row.range)
  }
}

extension Block {
  fileprivate func cells(_ html: RawHTML) -> [RowEntry.Cell] {
    children.map { (FlatText($0, html: html), $0.range) }
  }
}
