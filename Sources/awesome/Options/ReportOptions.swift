import ArgumentParser
import Diagnostics
import Linting

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
