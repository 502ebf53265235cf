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

/// Time that grew with findings times length would be minutes here.
@Test(.timeLimit(.minutes(1)), arguments: Reporter.all.map(\.id))
func manyFindingsOnOneLongLineAreReportedInTime(id: String) throws {
  let source = SourceText(String(repeating: "é ab", count: 200_000))
  let diagnostics = (0..<10_000).map { number in
    let start = 20 * (40_000 - 10_000 + number)
    return Diagnostic(rule: "r", severity: .error, message: "m", range: SourceRange(start, start + 2))
  }
  let report = FileReport(file: "f.md", source: source, diagnostics: diagnostics, judged: .entries(1))
  #expect(try !#require(Reporter.named(id)).report([report]).isEmpty)
}
