import Markdown
import Source

/// A table row in Markdown or HTML as an entry.
struct RowEntry {
  let entry: Entry?
  /// Whether the row has nothing but links.
  let isBare: Bool

  typealias Cell = (text: FlatText, range: SourceRange)

  /// - Parameter described: the column whose header names descriptions, if any.
  init(_ cells: [Cell], described: Int?, range: SourceRange) {
    isBare = !cells.contains { Self.hasOwnWords($0.text) }
    var lines: [(cell: Int, line: EntryLine)] = []
    for index in cells.indices where !cells[index].text.links.isEmpty {
      lines.append((index, EntryLine(cells[index].text, end: cells[index].range.upperBound)))
    }
    let found = lines.first { $0.line.link != nil && $0.line.strength != .prose && !$0.line.title.isEmpty }
    guard let primary = found else {
      entry = nil
      return
    }
    let others = cells.indices.filter { $0 != primary.cell }
    var description = Self.description(cells, others: others, named: described)
    // Words beside the link are better than numbers in other cells.
    if description.cell == nil, let own = primary.line.description { description.description = own }
    let further = lines.flatMap { cell, line in
      (cell == primary.cell ? [] : [line.link].compactMap(\.self)) + line.furtherLinks
    }
    entry = Entry(
      title: primary.line.title, link: primary.line.link,
      furtherLinks: further.sorted { $0.range < $1.range },
      description: description.description ?? primary.line.description,
      tags: primary.line.tags + others.filter { $0 != description.cell }.flatMap { Self.tags(cells[$0].text) },
      children: [], shape: .row, range: range)
  }

  /// The first column whose header names descriptions.
  static func describedColumn(_ header: [String]) -> Int? {
    header.firstIndex { names.contains($0.lowercased()) }
  }

  /// Whether a cell has code, or words outside of links.
  private static func hasOwnWords(_ text: FlatText) -> Bool {
    text.spans.contains { span in
      switch span.kind {
      case .text: text.hasWords(span.bounds)
      case .code: true
      default: false
      }
    }
  }

  /// The description: the cell with such a header, else the first with at least three words, else all other cells.
  private static func description(
    _ cells: [Cell], others: [Int], named: Int?
  ) -> (description: Description?, cell: Int?) {
    if let cell = named, others.contains(cell), !isBlank(cells[cell].text) { return (description(cells[cell]), cell) }
    let words = others.map { cells[$0].text.wordCount(cells[$0].text.bytes.indices, limit: 3) }
    if let wordy = words.firstIndex(where: { $0 >= 3 }) { return (description(cells[others[wordy]]), others[wordy]) }
    let worded = zip(others, words).filter { $0.1 > 0 && tags(cells[$0.0].text).isEmpty }.map(\.0)
    guard let first = worded.first, let last = worded.last else { return (nil, nil) }
    return (
      Description(
        text: worded.map { text(cells[$0].text) }.joined(separator: " | "),
        range: trimmedRange(cells[first]).union(trimmedRange(cells[last]))), nil
    )
  }

  private static func description(_ cell: Cell) -> Description {
    Description(text: text(cell.text), range: trimmedRange(cell))
  }

  private static func trimmedRange(_ cell: Cell) -> SourceRange {
    let bounds = cell.text.trimmed(cell.text.bytes.indices)
    guard let start = cell.text.sourceOffset(of: bounds.lowerBound), let last = cell.text.spans.last else {
      return cell.range
    }
    return SourceRange(start, last.source.upperBound)
  }

  private static func text(_ text: FlatText) -> String { text.string(text.bytes.indices) }

  private static func isBlank(_ text: FlatText) -> Bool { !text.hasWords(text.bytes.indices) }

  /// The texts of a cell with only code.
  private static func tags(_ text: FlatText) -> [String] {
    var tags: [String] = []
    for span in text.spans {
      switch span.kind {
      case .code: tags.append(text.string(span.bounds))
      case .text: if text.hasWords(span.bounds) { return [] }
      default: continue
      }
    }
    return tags
  }

  private static let names: Set<String> = [
    "description", "about", "summary", "details", "what", "what it does", "notes", "note", "comment", "comments",
    "info", "purpose", "why", "说明", "描述", "简介", "介绍", "説明", "概要",
  ]
}

/// A Markdown table whose rows are entries.
enum TableEntries {
  /// The entries of a table; empty if most rows have no link with a text, or only links.
  static func entries(of table: Block, html: RawHTML) -> [Entry] {
    let rows = table.children
    guard let first = rows.first, case .tableRow(isHeader: true) = first.kind else { return [] }
    let header = first.children.map { $0.text.trimmed }
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
