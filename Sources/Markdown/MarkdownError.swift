/// Why a text cannot be parsed as Markdown.
public enum MarkdownError: Error, Hashable {
  /// The text is larger than the parser takes: its size and the limit, in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// A table has more columns times rows than the parser can take: the line of its delimiter row.
  case tooManyCells(line: Int, columns: Int, limit: Int)
  /// A paragraph has more brackets that are open at one time than the parser can take: the line with the first one too many.
  case tooManyBrackets(line: Int, limit: Int)
  /// A line stands in more quotes and lists than the parser can take.
  case tooDeep(line: Int, limit: Int)
  /// A line or paragraph would take the parser a time that grows with the square of its length.
  case tooTangled(line: Int, Tangle)
  /// The C library could not make a parser or gave no document.
  case parserFailed
}

/// What makes the parser slow: see `QuadraticCost`.
public enum Tangle: Hashable, Sendable {
  case addresses, marks, cells, definition
}

extension MarkdownError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "has \(bytes) bytes, more than the \(limit) that can be parsed; split the list into several files"
    case .tooManyCells(let line, let columns, let limit):
      "has a table of \(columns) columns at line \(line) with more than \(limit) cells; split the table"
    case .tooManyBrackets(let line, let limit):
      "has more than \(limit) brackets at line \(line) that nothing closes; close them, or escape them as \\["
    case .tooDeep(let line, let limit):
      "has line \(line) in more than \(limit) quotes and lists; nest it less deeply"
    case .tooTangled(let line, .addresses):
      "has too many addresses at line \(line) without a blank between them; set them apart"
    case .tooTangled(let line, .marks):
      "has too many <?, <! or [^ in one paragraph at line \(line); escape them as \\<?, \\<! and \\[^"
    case .tooTangled(let line, .cells):
      "has too many cells in the row of a table at line \(line); split the table"
    case .tooTangled(let line, .definition):
      "has a definition at line \(line) that is too long to be used so often; shorten it"
    case .parserFailed:
      "could not be parsed: the Markdown parser ran out of memory"
    }
  }
}
