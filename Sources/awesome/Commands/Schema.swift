import ArgumentParser
import Diagnostics
import Exporting
import JSON
import LinkChecking
import LinkHistory

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of the configuration or of a report.",
    discussion: Examples.added(
      [
        "awesome schema > awesome.schema.json": "Write the schema of .awesome.yml.",
        "awesome schema lint": "Print the schema of lint --format json.",
        "awesome schema export": "Print the schema of export --format json.",
      ],
      to: """
        Editors complete and check .awesome.yml by its schema, with the first line that init writes.
        """))

  @Argument(help: "Name of the schema: the configuration, or a command with the format json.")
  var name: Name = .config

  /// The schemas: that of the configuration, and one for each command that prints JSON.
  enum Name: String, CaseIterable, ExpressibleByArgument {
    case config
    case lint
    case checkLinks = "check-links"
    case export
    case repair
    case history

    var schema: JSONValue {
      switch self {
      case .config: ConfigurationSchema.value
      case .lint: FindingSchema.value
      case .checkLinks: CheckReportSchema.value
      case .export: ListSchema.value
      case .repair: RepairSchema.value
      case .history: HistoryReportSchema.value
      }
    }
  }

  func run() {
    Console.write(name.schema.text)
  }
}
