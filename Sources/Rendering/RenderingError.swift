public import Markdown

/// Why a list could not be rendered.
public enum RenderingError: Error, Hashable {
  case markdown(MarkdownError)
  /// The rendered text would lose or change content: what, and the line in the list.
  case changesContent(String, line: Int)
  /// The list has the lines of an unresolved merge conflict, the first one at a line.
  case mergeConflict(line: Int)
  /// The two marker lines of a region are not there once each and in order.
  case brokenMarkers(opening: String, closing: String)
}

extension RenderingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .markdown(let error): error.description
    case .changesContent(let loss, let line):
      "line \(line): rendering would change the content, so nothing was written: \(loss)"
    case .mergeConflict(let line):
      "line \(line): merge conflict, so nothing was written; keep one side and remove the markers"
    case .brokenMarkers(let opening, let closing):
      "needs exactly one line “\(opening)” and, below it, one line “\(closing)”; fix or remove them"
    }
  }
}
