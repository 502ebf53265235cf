import ArgumentParser
import Diagnostics
import Source
import SystemPackage

/// The form of the report, and the findings that make a command fail.
struct ReportOptions: ParsableArguments {
  @Option(help: "Format of the report.")
  var format: ReportFormat = .text

  @Option(name: .customLong("fail-on"), help: ArgumentHelp("Lowest severity for exit status 1.", valueName: "level"))
  var failureLevel: FailureLevel = .error

  @OptionGroup var colors: ColorOptions

  /// Writes the report to standard output, or to standard error where standard output carries a file.
  ///
  /// Where no file could be read, people have been told; programs get a report without findings.
  ///
  /// - Parameter remarks: lines about the run; where the format is for programs, standard error gets them.
  func write(
    _ reports: [FileReport], of command: String, advice: Advice = Advice(), remarks: [String] = [],
    toErrors: Bool = false
  ) throws {
    guard !reports.isEmpty || format.reporter.isDocument else { return }
    var context = ReportContext()
    context.style = colors.style(on: toErrors ? .standardError : .standardOutput)
    context.rules = RuleCatalogue.all
    context.failing = failureLevel.severity
    context.command = command
    context.advice = advice
    context.remarks = remarks.map { Credentials.hidden(in: $0) }
    context.elapsed = Awesome.start.duration(to: .now)
    context.tool = Tool(version: Awesome.version, url: Awesome.projectURL)
    context.repositoryPath = { FilePath($0).pathInRepository ?? $0 }
    let bytes = try format.reporter.bytes(reports, context)
    if toErrors { Console.writeError(bytes) } else { Console.write(bytes) }
    if format.reporter.id == Reporter.github.id { StepSummary.append(reports) }
    if !format.reporter.showsRemarks { remarks.forEach(Console.note) }
  }

  /// The status that findings give.
  func status(of reports: [FileReport]) -> ExitStatus {
    reports.contains { $0.diagnostics.contains { failureLevel.fails($0.severity) } } ? .findings : .clean
  }
}

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

/// The lowest severity that makes a command fail; a note never does.
enum FailureLevel: String, CaseIterable, ExpressibleByArgument {
  case error
  case warning
  case never

  /// The severity; nil where no finding fails.
  var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .never: nil
    }
  }

  func fails(_ severity: Severity) -> Bool {
    self.severity.map { severity >= $0 } ?? false
  }
}
