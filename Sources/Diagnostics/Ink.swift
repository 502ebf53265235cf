/// Colours text for a terminal, or leaves it alone.
struct Ink {
  let style: ReportStyle

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }
  func green(_ text: String) -> String { paint(text, "1;32") }

  func label(_ severity: Severity) -> String {
    switch severity {
    case .error: paint(severity.rawValue, "1;31")
    case .warning: paint(severity.rawValue, "1;33")
    }
  }

  /// The text between a Select Graphic Rendition sequence (ECMA-48, section 8.3.117) and its reset.
  private func paint(_ text: String, _ parameters: String) -> String {
    style.colors ? "\u{1B}[\(parameters)m\(text)\u{1B}[0m" : text
  }
}
