import ArgumentParser
import Diagnostics
import Linting
import SystemPackage

/// How findings are shown, and when they make the command fail.
struct ReportOptions: ParsableArguments {
  @Option(help: "The format of the report.")
  var format: ReportFormat = .text

  @Option(name: .customLong("fail-on"), help: ArgumentHelp("Exit with 1 from this severity on.", valueName: "level"))
  var failureLevel: FailureLevel = .error

  @Option(help: ArgumentHelp("When to use colours.", valueName: "when"))
  var color: ColorChoice = .auto

  var style: ReportStyle { ReportStyle(colors: color.isColored) }

  /// Writes the report to standard output, or to standard error where that is taken.
  func write(_ reports: [FileReport], toErrors: Bool = false) throws {
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

/// From which severity on a finding makes a command fail.
enum FailureLevel: String, CaseIterable, ExpressibleByArgument {
  case error
  case warning
  case never

  func fails(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity == .error
    case .warning: true
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
  /// By itself a terminal does and a file does not; `NO_COLOR` (https://no-color.org) forbids and `FORCE_COLOR` demands them, the former
  /// being the stronger; the option is stronger than both.
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
