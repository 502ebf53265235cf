import Diagnostics
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
