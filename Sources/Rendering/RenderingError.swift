public import Markdown

/// Why a list could not be rendered.
public enum RenderingError: Error, Hashable {
  case markdown(MarkdownError)
  /// The rendered text would not hold what the list holds: what would be lost or changed.
  case changesMeaning(String)
  /// A file has one of the lines that mark the list's place without the other, or has them twice or in the wrong order.
  case brokenMarkers
}

extension RenderingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .markdown(let error): error.description
    case .changesMeaning(let loss): "rendering would change what the list says, so nothing was written: \(loss)"
    case .brokenMarkers:
      "does not have exactly one line “\(MarkedRegion.opening)” with one line “\(MarkedRegion.closing)” below it; mend or remove them"
    }
  }
}
