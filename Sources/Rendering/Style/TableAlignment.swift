import Markdown
import Source

/// Keeps tables aligned whose cells have become wider or narrower.
///
/// A table is aligned if the pipes of all its lines are in the same columns, as most fonts show them or counted in characters.
enum TableAlignment {
  /// The edits of the tables in a text that were aligned before it was changed; a document with other tables has none.
  static func edits(from old: Document, to new: Document) -> [Edit] {
    let (before, after) = (old.tables, new.tables)
    guard before.count == after.count else { return [] }
    return zip(before, after).flatMap { old, new -> [Edit] in
      let (aligned, lines) = (TableLines(old), TableLines(new))
      let measure = [TextWidth.shown, .characters].first { aligned.columns(by: $0) != nil }
      guard let measure, lines.columns(by: measure) == nil, let widths = aligned.columns(by: measure) else { return [] }
      return lines.edits(to: widths, by: measure)
    }
  }
}

extension Document {
  fileprivate var tables: [Block] { allBlocks.filter { $0.kind == .table } }
}

/// The cells of a table's lines, the line below the header included.
private struct TableLines {
  private let source: SourceText
  /// The text between two pipes, with its spaces; a line may end without a pipe.
  private let lines: [[SourceRange]]

  init(_ table: Block) {
    source = table.sourceText
    let first = source.lineIndex(at: table.range.lowerBound)
    let last = source.lineIndex(at: max(table.range.lowerBound, table.range.upperBound - 1))
    lines = (first...last).map { [source] in Self.cells(of: $0, in: source) }
  }

  private static func cells(of line: Int, in source: SourceText) -> [SourceRange] {
    let range = source.line(line)
    let prefix = source.bytes(in: range).prefix { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
    var cells: [SourceRange] = []
    var start = prefix.endIndex
    for offset in start..<range.upperBound where source.bytes[offset] == UInt8(ascii: "|") {
      if offset > start, source.bytes[offset - 1] == UInt8(ascii: "\\") { continue }
      if offset > prefix.endIndex { cells.append(SourceRange(start, offset)) }
      start = offset + 1
    }
    return cells
  }

  /// The widths of the columns; nil where the lines differ.
  func columns(by measure: TextWidth) -> [Int]? {
    let widths = lines.map { $0.map { measure.width(of: source[$0]) } }
    guard let first = widths.first, widths.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The edits that make the columns as wide as they were, or wider where a cell needs it.
  func edits(to widths: [Int], by measure: TextWidth) -> [Edit] {
    guard lines.count > 1, lines.allSatisfy({ $0.count == widths.count }) else { return [] }
    return widths.indices.flatMap { column -> [Edit] in
      let rule = source.bytes(in: lines[1][column]).trimming(while: \.isSpaceOrTab)
      let isRight = rule.last == UInt8(ascii: ":") && rule.first != UInt8(ascii: ":")
      let needed = lines.enumerated().map { $0.offset == 1 ? 0 : neededWidth(of: $0.element[column], by: measure) }
      let width = max(widths[column], needed.max() ?? 0)
      return lines.enumerated().compactMap { index, cells in
        let cell = cells[column]
        let missing = width - measure.width(of: source[cell])
        if missing == 0 { return nil }
        return index == 1 ? lengthened(cell, by: missing) : padded(cell, by: missing, atStart: isRight)
      }
    }
  }

  /// The width of a cell with one space before and after its text where it has any there.
  private func neededWidth(of cell: SourceRange, by measure: TextWidth) -> Int {
    let bytes = source.bytes(in: cell)
    let text = bytes.trimming(while: \.isSpaceOrTab)
    let spaces = [bytes.first, bytes.last].count { $0?.isSpaceOrTab == true }
    return measure.width(of: String(decoding: text, as: UTF8.self)) + spaces
  }

  /// Adds hyphens to a cell of the line below the header, or removes some.
  private func lengthened(_ cell: SourceRange, by count: Int) -> Edit? {
    guard let hyphen = source.bytes(in: cell).firstIndex(of: UInt8(ascii: "-")) else { return nil }
    if count > 0 { return Edit(SourceRange(hyphen, hyphen), String(repeating: "-", count: count)) }
    let hyphens = source.bytes[hyphen..<cell.upperBound].prefix { $0 == UInt8(ascii: "-") }.count
    return hyphens + count > 0 ? Edit(SourceRange(hyphen, hyphen - count), "") : nil
  }

  /// Adds spaces to a cell, or removes some.
  private func padded(_ cell: SourceRange, by count: Int, atStart: Bool) -> Edit {
    let bytes = source.bytes(in: cell)
    let spaces =
      atStart ? bytes.prefix(while: \.isSpaceOrTab) : bytes.dropFirst(bytes.trimmingSuffix(while: \.isSpaceOrTab).count)
    let place = atStart ? spaces.startIndex : spaces.endIndex
    if count > 0 { return Edit(SourceRange(place, place), String(repeating: " ", count: count)) }
    let removed = min(-count, spaces.count)
    return Edit(atStart ? SourceRange(place, place + removed) : SourceRange(place - removed, place), "")
  }
}

/// A way to measure text.
private enum TextWidth {
  /// In columns of a terminal: East Asian letters and emoji have two, marks none.
  case shown
  case characters

  func width(of text: String) -> Int {
    switch self {
    case .characters: text.unicodeScalars.count
    case .shown: text.unicodeScalars.reduce(0) { $0 + Self.columns(of: $1) }
    }
  }

  /// Source: Unicode Standard Annex 11, East Asian Width, by its blocks.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: scalar.properties.isEmojiPresentation ? 2 : 1
      }
    }
  }
}
