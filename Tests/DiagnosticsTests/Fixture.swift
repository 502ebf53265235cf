import Diagnostics
import Source

extension ReportContext {
  static func styled(_ style: ReportStyle) -> ReportContext {
    var context = ReportContext()
    context.style = style
    return context
  }
}

/// A file with findings of each kind.
enum Fixture {
  static let report: FileReport = {
    let source = SourceText("# Liſt 📖\n\n- [a](http://a.example/) text\n\ttab [b]()\n")
    return FileReport(
      file: "awesome.md", source: source,
      diagnostics: [
        Diagnostic(rule: "entry-link", severity: .error, message: "the link is empty", range: SourceRange(49, 54)),
        Diagnostic(
          rule: "mojibake", severity: .warning, message: "“ſ” should be “s”", range: SourceRange(4, 6),
          fix: .safe(Edit(SourceRange(4, 6), "s"))),
      ],
      checked: .entries(1))
  }()

  static let clean = FileReport(file: "b.md", source: SourceText("# B\n"), diagnostics: [], checked: .entries(14))

  /// A finding whose every text is hostile.
  static let hostile: FileReport = {
    let source = SourceText("a\u{1B}[2Jb\u{202E}c\n")
    return FileReport(
      file: "x\u{1B}]0;y\u{7}\r\n::error::.md", source: source,
      diagnostics: [
        Diagnostic(
          rule: "r", severity: .error, message: "bad \u{1B}[31m \u{2066}\u{9B}\r\n::error::x \u{2028}",
          range: source.range)
      ], checked: .entries(1))
  }()
}
