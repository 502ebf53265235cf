public import Markdown

/// Why a list could not be rendered.
public enum RenderingError: Error, Hashable {
  case markdown(MarkdownError)
  /// The rendered text would not hold what the list holds: what would be lost or changed, and the line of the list where it stands.
  case changesMeaning(String, line: Int)
  /// A file has one of the lines that mark a place without the other, or has them twice or in the wrong order.
  case brokenMarkers(opening: String, closing: String)
}

extension RenderingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .markdown(let error): error.description
    case .changesMeaning(let loss, let line):
      "line \(line): rendering would change what the list says, so nothing was written: \(loss)"
    case .brokenMarkers(let opening, let closing):
      "does not have exactly one line “\(opening)” with one line “\(closing)” below it; mend or remove them"
    }
  }
}
