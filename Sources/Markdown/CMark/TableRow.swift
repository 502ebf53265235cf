import Source

/// Finds the cells of a table row: the text between unescaped pipes.
///
/// Source: GitHub Flavored Markdown, section 4.10; a pipe inside a code span separates cells too.
struct TableRow {
  /// From the row's first character to its last.
  let range: SourceRange
  let cells: [SourceRange]

  init(bytes: [UInt8], start: Int, quoteDepth: Int) {
    var index = start
    var quotes = quoteDepth
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ">"), quotes > 0 {
        quotes -= 1
      } else if !bytes[index].isSpaceOrTab {
        break
      }
      index += 1
    }
    let first = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var cells: [SourceRange] = []
    var cellStart = index
    while index < bytes.count, !bytes[index].isNewline {
      if bytes[index] == UInt8(ascii: "|") {
        cells.append(SourceRange(cellStart, index))
        cellStart = index + 1
      } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count, !bytes[index + 1].isNewline {
        index += 1
      }
      index += 1
    }
    var end = index
    while end > first, bytes[end - 1].isASCIIWhitespace { end -= 1 }
    if end > cellStart { cells.append(SourceRange(cellStart, index)) }
    self.range = SourceRange(first, end)
    self.cells = cells
  }
}
