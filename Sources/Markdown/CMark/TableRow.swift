import Source

/// Finds the cells of a table's row: what stands between pipes that no backslash escapes.
///
/// Source: GitHub Flavored Markdown, section 4.10; a pipe inside a code span divides cells too.
struct TableRow {
  /// From the row's first mark to its last.
  let range: SourceRange
  let cells: [SourceRange]

  init(bytes: [UInt8], start: Int, quoteDepth: Int) {
    var index = start
    var marks = quoteDepth
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ">"), marks > 0 {
        marks -= 1
      } else if bytes[index] != UInt8(ascii: " "), bytes[index] != UInt8(ascii: "\t") {
        break
      }
      index += 1
    }
    let first = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var cells: [SourceRange] = []
    var cellStart = index
    while index < bytes.count, !bytes[index].isLineEnd {
      if bytes[index] == UInt8(ascii: "|") {
        cells.append(SourceRange(cellStart, index))
        cellStart = index + 1
      } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count, !bytes[index + 1].isLineEnd {
        index += 1
      }
      index += 1
    }
    var end = index
    while end > first, bytes[end - 1].isSpace { end -= 1 }
    if end > cellStart { cells.append(SourceRange(cellStart, index)) }
    self.range = SourceRange(first, end)
    self.cells = cells
  }
}
