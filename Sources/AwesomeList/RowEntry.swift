import Source

/// A row of a table as an entry, whether the table is Markdown's or HTML's.
struct RowEntry {
  let entry: Entry?
  /// Whether the row holds nothing but links, or nothing at all.
  let isBare: Bool

  /// Reads the cells of a row below the texts of the table's header, which may be fewer.
  init(_ cells: [(text: LineText, range: SourceRange)], header: [String], range: SourceRange) {
    let lines = cells.map { EntryLine($0.text, end: $0.range.upperBound) }
    isBare = !cells.contains { cell in
      cell.text.pieces.contains { piece in
        switch piece.kind {
        case .text: cell.text.hasWords(piece.bounds)
        case .code: true
        default: false
        }
      }
    }
    guard let primary = lines.firstIndex(where: { $0.link != nil && $0.strength != .prose && !$0.title.isEmpty }) else {
      entry = nil
      return
    }
    let others = cells.indices.filter { $0 != primary }
    let described = Self.description(cells, others: others, header: header)
    let line = lines[primary]
    entry = Entry(
      title: line.title, link: line.link,
      furtherLinks: lines.enumerated().flatMap { index, line in
        (index == primary ? [] : [line.link].compactMap(\.self)) + line.furtherLinks
      }
      .sorted { $0.range < $1.range },
      description: described.description ?? line.description,
      tags: line.tags + others.filter { $0 != described.cell }.flatMap { Self.chips(cells[$0].text) },
      children: [], shape: .row, range: range)
  }

  /// The description: of the cell whose header says so, else of the first with at least three words; else all other cells together.
  private static func description(
    _ cells: [(text: LineText, range: SourceRange)], others: [Int], header: [String]
  ) -> (description: Description?, cell: Int?) {
    let named = others.first { $0 < header.count && names.contains(header[$0].lowercased()) }
    let wordy = others.first { cells[$0].text.wordCount(cells[$0].text.bytes.indices, limit: 3) >= 3 }
    if let cell = [named, wordy].compactMap(\.self).first(where: { !isBlank(cells[$0].text) }) {
      return (Description(text: text(cells[cell].text), range: trimmedRange(cells[cell])), cell)
    }
    let told = others.filter { !isBlank(cells[$0].text) && chips(cells[$0].text).isEmpty }
    guard let first = told.first, let last = told.last else { return (nil, nil) }
    return (
      Description(
        text: told.map { text(cells[$0].text) }.joined(separator: " | "),
        range: trimmedRange(cells[first]).union(trimmedRange(cells[last]))), nil
    )
  }

  private static func trimmedRange(_ cell: (text: LineText, range: SourceRange)) -> SourceRange {
    let bounds = cell.text.trimmed(cell.text.bytes.indices)
    guard let start = cell.text.sourceOffset(of: bounds.lowerBound), let last = cell.text.pieces.last else {
      return cell.range
    }
    return SourceRange(start, last.source.upperBound)
  }

  private static func text(_ text: LineText) -> String { text.string(text.bytes.indices) }

  private static func isBlank(_ text: LineText) -> Bool { !text.hasWords(text.bytes.indices) }

  /// The texts of a cell that has nothing but code.
  private static func chips(_ text: LineText) -> [String] {
    var chips: [String] = []
    for piece in text.pieces {
      switch piece.kind {
      case .code: chips.append(text.string(piece.bounds))
      case .text: if text.hasWords(piece.bounds) { return [] }
      default: continue
      }
    }
    return chips
  }

  private static let names: Set<String> = [
    "description", "about", "summary", "details", "what", "what it does", "notes", "note", "comment", "comments",
    "info", "purpose", "why", "说明", "描述", "简介", "介绍", "説明", "概要",
  ]
}
