import ArgumentParser
import Diagnostics
import Linting

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the rules of lint, or explain one.")

  @Argument(help: ArgumentHelp("The rule to explain; by default all are listed.", valueName: "id"))
  var id: String?

  @Flag(help: "Print the list as a Markdown table.")
  var markdown = false

  func run() throws {
    guard let id else {
      Console.write(markdown ? Self.markdownTable : Self.table)
      return
    }
    guard let rule = Rule.named(id) else {
      let near = nearest(to: id, among: Rule.all.map(\.id)).map { "did you mean `\($0)`?" }
      throw Failure("there is no rule `\(id)`; \(near ?? "`awesome rules` lists them")")
    }
    Console.write(Self.page(rule))
  }

  /// One line a rule: its id, its default severity, what it demands.
  private static var table: String {
    let width = Rule.all.map(\.id.count).max() ?? 0
    return Rule.all.map { rule in
      let id = rule.id + String(repeating: " ", count: width - rule.id.count)
      let severity = level(rule)
      return "\(id)  \(severity)\(String(repeating: " ", count: max(0, 7 - severity.count)))  \(rule.summary)\n"
    }.joined()
  }

  /// The table that stands in the README.
  private static var markdownTable: String {
    let rows = Rule.all.map { "| `\($0.id)` | \(level($0)) | \($0.summary.replacing("|", with: "\\|")) |\n" }
    return "| rule | default | what it demands |\n|---|---|---|\n" + rows.joined()
  }

  private static func page(_ rule: Rule) -> String {
    var page = "\(rule.id) (\(level(rule)))\n\n\(rule.summary)\n\n\(rule.rationale)\n"
    for example in rule.examples {
      let file = example.surroundings.fileName.map { ", in \($0.inert)" } ?? ""
      page += "\n\(example.findings.isEmpty ? "Good" : "Bad")\(file):\n\n"
      page += indented(example.text)
      if let fixed = example.fixed { page += "\nfixed:\n\n" + indented(fixed) }
    }
    return page
  }

  private static func level(_ rule: Rule) -> String {
    rule.defaultSeverity?.rawValue ?? "off"
  }

  /// An example as an indented block; damaged text in it is shown inert.
  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "    \(String($0).inert)\n" }.joined()
  }
}
