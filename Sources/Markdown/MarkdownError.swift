/// The reason why a text cannot be parsed as Markdown; lines count from 1, limits are inclusive.
public enum MarkdownError: Error, Hashable {
  /// The text has too many bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// A table has too many columns times rows; `line` is its delimiter row.
  case tooManyCells(line: Int, columns: Int, limit: Int)
  /// A paragraph has too many open brackets at one time.
  case tooManyBrackets(line: Int, limit: Int)
  /// A line is in too many nested quotes and lists.
  case tooDeep(line: Int, limit: Int)
  /// A line or paragraph would take the parser time quadratic in its length.
  case tooCostly(line: Int, CostlyConstruct)
  /// The C library ran out of memory.
  case parserFailed
}

/// A construct that can take the parser quadratic time; see `QuadraticCost`.
public enum CostlyConstruct: Hashable, Sendable {
  case addresses, openings, cells, definition
}

extension MarkdownError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "the text has \(bytes) bytes; the limit is \(limit); split the list into several files"
    case .tooManyCells(let line, let columns, let limit):
      "the table with \(columns) columns on line \(line) has more than \(limit) cells; split it"
    case .tooManyBrackets(let line, let limit):
      "line \(line) has more than \(limit) unclosed brackets; close them, or write \\["
    case .tooDeep(let line, let limit):
      "line \(line) is in more than \(limit) nested quotes and lists; nest it less deeply"
    case .tooCostly(let line, .addresses):
      "line \(line) has too many addresses without a space between them; put spaces between them"
    case .tooCostly(let line, .openings):
      "the paragraph on line \(line) has too many <?, <! or [^; write \\<?, \\<! and \\[^"
    case .tooCostly(let line, .cells):
      "the table row on line \(line) has too many cells; split the table"
    case .tooCostly(let line, .definition):
      "the definition on line \(line) is too long for its number of uses; shorten it"
    case .parserFailed:
      "the Markdown parser ran out of memory"
    }
  }
}
