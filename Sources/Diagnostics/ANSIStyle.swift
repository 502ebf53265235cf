/// The ANSI colours of a report, or none.
struct ANSIStyle {
  let style: ReportStyle

  /// A part of a report or a diff with its own colour.
  enum Part {
    case place, rule, carets, mark, fileName, hunk, removed, added
    case severity(Severity)

    /// The parameters of its Select Graphic Rendition sequence (ECMA-48, section 8.3.117).
    fileprivate var parameters: String {
      switch self {
      case .place, .fileName: "1"
      case .rule: "2"
      case .carets: "1;32"
      case .mark, .hunk: "36"
      case .removed: "31"
      case .added: "32"
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

  /// Writes lines, wrapped where the style wants that.
  func wrap(in output: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
    guard style.wraps else { return write(&output) }
    var lines: [UInt8] = []
    write(&lines)
    output += LineWrapper(width: style.width).wrapped(lines)
  }
}
