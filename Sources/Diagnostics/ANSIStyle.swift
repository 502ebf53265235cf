/// The ANSI colours of a report, or none.
struct ANSIStyle {
  let style: ReportStyle

  /// A part of a report with its own colour.
  enum Part {
    case place, rule, carets
    case severity(Severity)

    /// The parameters of its Select Graphic Rendition sequence (ECMA-48, section 8.3.117).
    fileprivate var parameters: String {
      switch self {
      case .place: "1"
      case .rule: "2"
      case .carets: "1;32"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.note): "1;36"
      }
    }
  }

  /// Writes a part in its colour.
  func paint(_ part: Part, in output: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
    if style.colors { output += "\u{1B}[\(part.parameters)m".utf8 }
    write(&output)
    if style.colors { output += "\u{1B}[0m".utf8 }
  }
}

/// How a report for people looks; formats for programs ignore it.
public struct ReportStyle: Hashable, Sendable {
  /// Whether to write ANSI colours.
  public let colors: Bool

  public init(colors: Bool = false) {
    self.colors = colors
  }
}
