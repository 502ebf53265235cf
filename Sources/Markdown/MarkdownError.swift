/// Why a text cannot be parsed as Markdown.
public enum MarkdownError: Error, Hashable {
  /// The text is larger than the parser takes: its size and the limit, in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// The C library could not make a parser or gave no document.
  case parserFailed
}

extension MarkdownError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "has \(bytes) bytes, more than the \(limit) that can be parsed; split the list into several files"
    case .parserFailed:
      "could not be parsed: the Markdown parser ran out of memory"
    }
  }
}
