import ArgumentParser
import Diagnostics

/// A reporter by its name.
struct ReportFormat: ExpressibleByArgument {
  let reporter: Reporter

  static let text = ReportFormat(reporter: .text)

  static var allValueStrings: [String] { Reporter.all.map(\.id) }

  init(reporter: Reporter) {
    self.reporter = reporter
  }

  init?(argument: String) {
    guard let reporter = Reporter.named(argument) else { return nil }
    self.reporter = reporter
  }

  var defaultValueDescription: String { reporter.id }
}
