import Markdown
import Source

/// A table row in Markdown or HTML as an entry.
struct RowEntry {
  let entry: Entry?
  /// Whether the row has nothing but links.
  let isBare: Bool
  /// Whether the link is in the first column or that of names, or the header row names its column.
  let isPlaced: Bool

  typealias Cell = (text: FlatText, range: SourceRange)
  private typealias Line = (cell: Int, line: EntryLine)

  init(_ cells: [Cell], _ columns: TableColumns, range: SourceRange) {
    isBare = !cells.contains { Self.hasOwnWords($0.text) }
    var lines: [Line] = []
    for index in cells.indices where !cells[index].text.links.isEmpty {
      lines.append((index, EntryLine(cells[index].text, end: cells[index].range.upperBound)))
    }
    guard let primary = Self.primary(lines, columns), let link = primary.line.link else {
      (entry, isPlaced) = (nil, false)
      return
    }
    let name = Self.nameCell(cells, beside: primary, columns)
    let title = name.map { Self.text(cells[$0].text) }
    isPlaced = primary.cell == (columns.name ?? 0) || columns.links.contains(primary.cell)
    let others = cells.indices.filter { $0 != primary.cell && $0 != name }
    var description = Self.description(cells, others: others, columns)
    // Words beside the link are better than words in several other cells.
    if description.cell == nil, name == nil, let own = primary.line.description { description.description = own }
    let further = lines.flatMap { cell, line in
      (cell == primary.cell ? [] : [line.link].compactMap(\.self)) + line.furtherLinks
    }
    let tagCells = others.filter { $0 != description.cell }
    entry = Entry(
      title: title ?? primary.line.title, link: link,
      furtherLinks: further.sorted { $0.range < $1.range },
      description: description.description ?? (name == nil ? primary.line.description : nil),
      tags: primary.line.tags + tagCells.flatMap { Self.tags(cells[$0].text, isTag: columns.tags.contains($0)) },
      children: [], shape: .row, range: range)
  }

  /// The cell with the entry's link: that of the name, else the first with a link that names something, else one with any link.
  private static func primary(_ lines: [Line], _ columns: TableColumns) -> Line? {
    let usable = lines.filter { $0.line.link != nil && $0.line.strength != .prose && !$0.line.title.isEmpty }
    if let named = usable.first(where: { $0.cell == columns.name }) { return named }
    let linked = usable.filter { $0.cell != columns.description && !columns.tags.contains($0.cell) }
    if columns.name != nil {
      return linked.first { columns.links.contains($0.cell) } ?? linked.first { !columns.others.contains($0.cell) }
        ?? usable.first
    }
    return linked.first { !columns.others.contains($0.cell) && !isLabel($0.line) } ?? linked.first ?? usable.first
  }

  private static func isLabel(_ line: EntryLine) -> Bool {
    guard let link = line.link, !line.title.isEmpty else { return true }
    return PageLabel.isLabel(line.title, of: link.url)
  }

  /// The cell whose text is the name of an entry with its link in another cell; nil if the link has the name.
  private static func nameCell(_ cells: [Cell], beside primary: Line, _ columns: TableColumns) -> Int? {
    if let name = columns.name, name != primary.cell, name < cells.count, !isBlank(cells[name].text) { return name }
    guard isLabel(primary.line) else { return nil }
    let mayName = { (cell: Int) in
      cell != primary.cell && cell != columns.description && !columns.tags.contains(cell)
        && !columns.others.contains(cell) && !columns.links.contains(cell) && !columns.numbers.contains(cell)
        && isName(cells[cell].text)
        && hasOwnWords(cells[cell].text)
    }
    return cells.indices.first(where: mayName)
  }

  /// Whether a cell has words that are not only a number.
  private static func isName(_ text: FlatText) -> Bool {
    text.hasWords(text.bytes.indices) && !text.isNumber
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

  /// The description: the cell with such a header, else the first with at least three words, else all other cells with words.
  private static func description(
    _ cells: [Cell], others: [Int], _ columns: TableColumns
  ) -> (description: Description?, cell: Int?) {
    if let cell = columns.description, others.contains(cell), !isBlank(cells[cell].text) {
      return (description(cells[cell]), cell)
    }
    let usable = others.filter { cell in
      !columns.tags.contains(cell) && !columns.links.contains(cell) && !columns.numbers.contains(cell)
        && isName(cells[cell].text)
    }
    let wordy = usable.first { cell in
      !columns.others.contains(cell) && cells[cell].text.wordCount(cells[cell].text.bytes.indices, limit: 3) == 3
    }
    if let wordy { return (description(cells[wordy]), wordy) }
    let worded = usable.filter { hasOwnWords(cells[$0].text) && tags(cells[$0].text, isTag: false).isEmpty }
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

  /// The texts of a cell with only code, or of one below a header of tags.
  private static func tags(_ text: FlatText, isTag: Bool) -> [String] {
    if isTag {
      guard text.hasWords(text.bytes.indices), !text.isNumber else { return [] }
      return Self.text(text).split { ",;、，；".contains($0) }.map { String($0).trimmed }
    }
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
}

extension FlatText {
  /// Whether there are digits, and no letters except a unit after them: `12`, `1.2k`, `★ 4`, `90%`.
  fileprivate var isNumber: Bool {
    var letters = 0
    var digits = 0
    for byte in bytes {
      if byte >= 0xC3, byte != 0xE2, byte != 0xEF, byte != 0xF0 { return false }
      if byte.isASCIILetter { letters += 1 }
      if byte.isASCIIDigit { digits += 1 }
      if letters > 1 { return false }
    }
    return digits > 0 && (letters == 0 || digits > 0 && bytes.last.map { "kKmMbB+".utf8.contains($0) } ?? false)
  }
}
