import Markdown
import Source

/// Finds the paragraphs that were meant as tables.
struct BrokenTableSearch {
  private let source: SourceText
  private let kinds: BlockKinds

  init(_ source: SourceText, _ kinds: BlockKinds) {
    self.source = source
    self.kinds = kinds
  }

  func tables() -> [BrokenTable] {
    var found: [BrokenTable] = []
    var end = 0
    for index in source.lineStarts.indices {
      let start = source.blanks(at: index == 0 ? source.contentStart : source.lineStarts[index]).upperBound
      // A row of delimiters without a pipe at its start begins with a dash or colon, as items do.
      guard start >= end, start + 1 < source.bytes.count, mayBeginRow(at: start),
        let block = kinds.paragraphs.holding(start)
      else { continue }
      end = block.range.upperBound
      if let table = table(block, fromLine: index) { found.append(table) }
    }
    return found
  }

  private func mayBeginRow(at start: Int) -> Bool {
    switch source.bytes[start] {
    case UInt8(ascii: "|"): true
    case UInt8(ascii: "-"), UInt8(ascii: ":"): "-|:".utf8.contains(source.bytes[start + 1])
    default: false
    }
  }

  private func table(_ block: Block, fromLine first: Int) -> BrokenTable? {
    let last = source.lineIndex(at: block.range.upperBound - 1)
    let blockStart = source.lineIndex(at: block.range.lowerBound)
    for index in max(first, blockStart + 1)...max(last, blockStart + 1) where index <= last {
      let (header, line) = (source.line(index - 1), source.line(index))
      guard let row = DelimiterRow(line, in: source), source.bytes(in: header).contains(UInt8(ascii: "|")) else {
        continue
      }
      let columns = Self.cellCount(header, in: source)
      if !row.isValid { return BrokenTable(problem: .delimiters, place: line, block: block.range) }
      guard row.count != columns else { return nil }
      return BrokenTable(
        problem: .columns(delimiters: row.count, header: columns), place: line, block: block.range)
    }
    let rows = (first...last).prefix { isRow(source.line($0)) }
    guard !rows.isEmpty, first + rows.count > last else { return nil }
    let place = SourceRange(block.range.lowerBound, min(source.line(first).upperBound, block.range.upperBound))
    if first == blockStart, isAfterTable(block) {
      return BrokenTable(problem: .blankLine, place: place, block: block.range)
    }
    return rows.count > 1 ? BrokenTable(problem: .noDelimiters, place: place, block: block.range) : nil
  }

  /// Whether a line has a pipe at both ends, and one between them.
  private func isRow(_ line: SourceRange) -> Bool {
    let bytes = source.bytes(in: source.trimmed(line))
    guard bytes.count > 3, bytes.first == UInt8(ascii: "|"), bytes.last == UInt8(ascii: "|") else { return false }
    return bytes.dropFirst().dropLast().contains(UInt8(ascii: "|"))
  }

  private func isAfterTable(_ block: Block) -> Bool {
    let next = kinds.tables.partitioningIndex { $0.range.lowerBound > block.range.lowerBound }
    guard next > 0 else { return false }
    let gap = SourceRange(kinds.tables[next - 1].range.upperBound, block.range.lowerBound)
    return gap.upperBound - gap.lowerBound < 64 && source.bytes(in: gap).allSatisfy(\.isASCIIWhitespace)
  }

  /// The number of cells of a row.
  static func cellCount(_ line: SourceRange, in source: SourceText) -> Int {
    let bytes = source.bytes(in: source.trimmed(line))
    var pipes = 0
    var isEscaped = false
    for byte in bytes {
      if byte == UInt8(ascii: "|"), !isEscaped { pipes += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    let isBegun = bytes.first == UInt8(ascii: "|")
    let isEnded = bytes.last == UInt8(ascii: "|") && bytes.count > 1
    return pipes + 1 - (isBegun ? 1 : 0) - (isEnded ? 1 : 0)
  }
}

/// The row between the header of a table and its body, or one that was meant so.
struct DelimiterRow {
  /// The number of its cells.
  let count: Int
  /// Whether each cell is hyphens, perhaps with a colon at its ends.
  let isValid: Bool

  /// Nil for a line of other characters than pipes, dashes, colons and what is mistaken for them.
  init?(_ line: SourceRange, in source: SourceText) {
    let range = source.trimmed(line)
    var bytes = source.bytes(in: range)
    guard bytes.contains(UInt8(ascii: "|")) else { return nil }
    var dashes = 0
    var isPlain = true
    while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09: bytes = bytes.dropFirst()
      case UInt8(ascii: "-"):
        bytes = bytes.dropFirst()
        dashes += 1
      case UInt8(ascii: "="), UInt8(ascii: "+"):
        bytes = bytes.dropFirst()
        dashes += 1
        isPlain = false
      // En dash, em dash and the horizontal lines of boxes.
      case 0xE2 where ["–", "—", "─", "━"].contains(where: { bytes.starts(with: $0.utf8) }):
        bytes = bytes.dropFirst(3)
        dashes += 1
        isPlain = false
      default: return nil
      }
    }
    guard dashes > 0 else { return nil }
    count = BrokenTableSearch.cellCount(line, in: source)
    isValid = isPlain && Self.areCellsValid(source.bytes(in: range))
  }

  private static func areCellsValid(_ row: ArraySlice<UInt8>) -> Bool {
    var cells = row.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells.allSatisfy { cell in
      var cell = cell.trimming(while: \.isSpaceOrTab)
      if cell.first == UInt8(ascii: ":") { cell.removeFirst() }
      if cell.last == UInt8(ascii: ":") { cell.removeLast() }
      return !cell.isEmpty && cell.allSatisfy { $0 == UInt8(ascii: "-") }
    }
  }
}
