import Diagnostics
import Source
import Testing

@Test func everyReporterIsFoundByItsOwnName() {
  #expect(Set(Reporter.all.map(\.id)).count == Reporter.all.count)
  for reporter in Reporter.all {
    #expect(Reporter.named(reporter.id)?.id == reporter.id)
    #expect(!reporter.summary.isEmpty)
  }
  #expect(Reporter.named("nonsense") == nil)
}

@Test func anErrorWeighsMoreThanAWarning() {
  #expect(Severity.warning < Severity.error)
  #expect(!(Severity.error < Severity.warning))
}

/// Lines and excerpts of findings far into a long line come from an index and a window, and must still be right.
@Test func findingsFarIntoALongLineHaveTheirColumnAndAShortExcerpt() throws {
  let source = SourceText(String(repeating: "é ab", count: 40_000))
  let start = 5 * 39_000
  let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", range: SourceRange(start, start + 2))
  let report = FileReport(file: "f.md", source: source, diagnostics: [diagnostic], checked: .entries(1))
  let text = try Reporter.text.report([report])
  #expect(text.hasPrefix("f.md:1:\(4 * 39_000 + 1): error: m [r]\n"))
  #expect(text.utf8.count < 1_000)
}
