import ArgumentParser
import Diagnostics
import Linting
import SystemPackage

/// The form of the report, and the findings that make a command fail.
struct ReportOptions: ParsableArguments {
  @Option(help: "Format of the report.")
  var format: ReportFormat = .text

  @Option(name: .customLong("fail-on"), help: ArgumentHelp("Lowest severity for exit status 1.", valueName: "level"))
  var failureLevel: FailureLevel = .error

  @Option(help: ArgumentHelp("When to use colours.", valueName: "when"))
  var color: ColorChoice = .auto

  var style: ReportStyle { ReportStyle(colors: color.isColored) }

  /// Writes the report to standard output, or to standard error where standard output carries a file.
  ///
  /// Where no file could be read, people have been told; programs get a report without findings.
  func write(_ reports: [FileReport], toErrors: Bool = false) throws {
    guard !reports.isEmpty || format.reporter.isDocument else { return }
    let rules = Rule.all.map {
      RuleDescription(id: $0.id, summary: $0.summary, rationale: $0.rationale, defaultSeverity: $0.defaultSeverity)
    }
    let text = try format.reporter.report(reports, style: style, rules: rules)
    if toErrors { Console.writeError(text) } else { Console.write(text) }
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

  func fails(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .never: false
    }
  }
}

/// When a report has colours.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case always
  case never

  /// Whether standard output gets colours.
  ///
  /// The option decides, then `NO_COLOR` (https://no-color.org), then `FORCE_COLOR`, then whether it is a terminal.
  var isColored: Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if Console.environment("NO_COLOR") != nil { return false }
      if let force = Console.environment("FORCE_COLOR") { return force != "0" }
      return FileDescriptor.standardOutput.isTerminal && Console.environment("TERM") != "dumb"
    }
  }
}
