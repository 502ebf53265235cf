import ArgumentParser
import Diagnostics
import Linting
import Source

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules of lint, or explain one.")

  @Argument(help: ArgumentHelp("Rule or family of rules to explain; default: list all.", valueName: "id"))
  var id: String?

  @Flag(help: "Print the list as a Markdown table.")
  var markdown = false

  func run() throws {
    guard let id else {
      Console.write(markdown ? Self.markdownTable : Self.table(Rule.all))
      return
    }
    if let family = RuleFamily.named(id) {
      Console.write("\(family.id)\n\n\(family.summary)\n\n" + Self.table(family.rules))
      return
    }
    guard let rule = Rule.named(id) else {
      let near = nearest(to: id, among: Rule.names).map { "did you mean `\($0)`?" }
      throw Failure("there is no rule `\(id)`; \(near ?? "`awesome rules` lists them")")
    }
    Console.write(Self.page(rule))
  }

  /// One line a rule: its id, its default severity, what it demands.
  private static func table(_ rules: [Rule]) -> String {
    let width = rules.map(\.id.count).max() ?? 0
    return rules.map { rule in
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
    let head = "\(rule.id) (\(level(rule)))\n\n\(wrapped(rule.summary))\n\(wrapped(rule.rationale))"
    return head + rule.examples.map(text).joined()
  }

  private static func text(_ example: Example) -> String {
    let source = SourceText(example.text)
    let places = example.findings.map { offset in
      let place = source.location(of: offset)
      return "\(place.line):\(place.column)"
    }
    let judgement = places.isEmpty ? "Good" : "Bad at \(places.joined(separator: ", "))"
    var text = "\n\(judgement)\(place(example.environment)):\n\n" + indented(example.text)
    if let fixed = example.fixed { text += "\nFixed:\n\n" + indented(fixed) }
    return text
  }

  /// Where the list of an example stands, for rules about that.
  private static func place(_ environment: ListEnvironment) -> String {
    let file = environment.fileName.map { ", in \($0.inert)" } ?? ""
    guard let companions = environment.companions else { return file }
    let files = companions.map { "\($0.path.inert) (\($0.isEmpty ? "empty" : "“\($0.text.inert)”"))" }
    return file + ", in a repository with " + (files.isEmpty ? "no other file" : files.joined(separator: ", "))
  }

  /// A text in lines that fit a terminal of 80 columns.
  private static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 80 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// An example as an indented block; damaged text and blanks that look like others are shown as their numbers.
  private static func indented(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.last == "" ? lines.dropLast() : lines[...])
      .map { $0.isEmpty ? "\n" : "    \(String($0).inert.replacing("\u{A0}", with: "\\u{A0}"))\n" }.joined()
  }

  private static func level(_ rule: Rule) -> String {
    rule.defaultSeverity?.rawValue ?? "off"
  }
}
