import Source

/// A row of a table as an entry, whether the table is Markdown's or HTML's.
struct RowEntry {
  let entry: Entry?
  /// Whether the row holds nothing but links, or nothing at all.
  let isBare: Bool

  /// A cell of a row: what it says, and where it stands.
  typealias Cell = (text: FlatText, range: SourceRange)

  /// Reads the cells of a row; `described` is the column whose header says that it describes, if there is one.
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
    // Words beside the link say more than numbers in other cells.
    if description.cell == nil, let own = primary.line.description { description.description = own }
    let further = lines.flatMap { cell, line in
      (cell == primary.cell ? [] : [line.link].compactMap(\.self)) + line.furtherLinks
    }
    entry = Entry(
      title: primary.line.title, link: primary.line.link,
      furtherLinks: further.sorted { $0.range < $1.range },
      description: description.description ?? primary.line.description,
      tags: primary.line.tags + others.filter { $0 != description.cell }.flatMap { Self.chips(cells[$0].text) },
      children: [], shape: .row, range: range)
  }

  /// The first column whose header is one of those over descriptions.
  static func describedColumn(_ header: [String]) -> Int? {
    header.firstIndex { names.contains($0.lowercased()) }
  }

  /// Whether a cell has words outside of links, or code.
  private static func hasOwnWords(_ text: FlatText) -> Bool {
    text.spans.contains { span in
      switch span.kind {
      case .text: text.hasWords(span.bounds)
      case .code: true
      default: false
      }
    }
  }

  /// The description: of the cell whose header says so, else of the first with at least three words; else all other cells together.
  private static func description(
    _ cells: [Cell], others: [Int], named: Int?
  ) -> (description: Description?, cell: Int?) {
    if let cell = named, others.contains(cell), !isBlank(cells[cell].text) { return (description(cells[cell]), cell) }
    let words = others.map { cells[$0].text.wordCount(cells[$0].text.bytes.indices, limit: 3) }
    if let wordy = words.firstIndex(where: { $0 >= 3 }) { return (description(cells[others[wordy]]), others[wordy]) }
    let told = zip(others, words).filter { $0.1 > 0 && chips(cells[$0.0].text).isEmpty }.map(\.0)
    guard let first = told.first, let last = told.last else { return (nil, nil) }
    return (
      Description(
        text: told.map { text(cells[$0].text) }.joined(separator: " | "),
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

  /// The texts of a cell that has nothing but code.
  private static func chips(_ text: FlatText) -> [String] {
    var chips: [String] = []
    for span in text.spans {
      switch span.kind {
      case .code: chips.append(text.string(span.bounds))
      case .text: if text.hasWords(span.bounds) { return [] }
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
