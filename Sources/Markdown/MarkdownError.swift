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
  /// The C library could not make a parser or gave no document.
  case parserFailed
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
    case .parserFailed:
      "could not be parsed: the Markdown parser ran out of memory"
    }
  }
}
