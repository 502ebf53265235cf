import AwesomeList
import Diagnostics
import Linting
import Source

/// What is printed about a rule, under headings that are the same for every rule.
struct RulePage {
  private let rule: RuleDescription
  /// The rule as lint runs it; nil for a rule of another command.
  private let lintRule: Rule?

  init(_ rule: RuleDescription) {
    self.rule = rule
    lintRule = Rule.named(rule.id)
  }

  /// For a terminal of 80 columns.
  var text: String {
    let parts = sections.map { heading, lines in
      "\(heading)\n" + lines.map { Self.wrapped($0, indent: 2) }.joined()
    }
    let title = Self.wrapped("\(rule.id) (\(rule.level))", indent: 0)
    return ([title] + parts + [lintRule.map(exampleText)].compactMap(\.self)).joined(separator: "\n")
  }

  private func exampleText(of rule: Rule) -> String {
    let (bad, good) = (rule.example.bad, rule.example.good)
    var example = "Example\n\n" + Self.indented(bad.text) + "\n"
    for finding in findings(of: rule, in: bad) { example += Self.wrapped(finding, indent: 2) }
    return example + "\n  Write\(place(of: good)):\n\n" + Self.indented(good.text)
  }

  /// For the guide to the rules.
  var markdown: String {
    let parts = sections.map { heading, lines in "**\(heading).** " + lines.joined(separator: " ") }
    let example = lintRule.map(exampleMarkdown) ?? []
    return (["### \(rule.id)"] + parts + example).joined(separator: "\n\n") + "\n"
  }

  private func exampleMarkdown(of rule: Rule) -> [String] {
    let (bad, good) = (rule.example.bad, rule.example.good)
    let findings = findings(of: rule, in: bad).map { $0 + "\n" }.joined()
    return [
      "**Example.**", Self.fenced(bad.text, "markdown"), Self.fenced(findings, "text"), "Write\(place(of: good)):",
      Self.fenced(good.text, "markdown"),
    ]
  }

  private var sections: [(heading: String, lines: [String])] {
    [
      ("What it checks", [[rule.summary, rule.details, convention].compactMap(\.self).joined(separator: " ")]),
      ("Why", [rule.rationale]),
      ("Fix", [rule.fix ?? "None: only you know what to write."]),
      (
        "Options",
        ["`level`: `off`, `note`, `warning` or `error`; \(rule.level) by default."]
          + (lintRule?.options ?? []).map(\.line)
      ),
    ]
  }

  /// What the list's own form means for the rule.
  private var convention: String? {
    lintRule?.convention == nil
      ? nil
      : "Unless you set a level, the list's own form counts: the rule reports only exceptions to it."
  }

  /// The findings in the list of the example, with their places.
  private func findings(of rule: Rule, in vector: TestVector) -> [String] {
    let source = SourceText(vector.text)
    let severity = rule.defaultSeverity ?? rule.presets.values.max() ?? .warning
    let linter = Linter(
      rules: [rule], severities: rule.defaultSeverity == nil || rule.convention != nil ? [rule.id: severity] : [:])
    guard let list = try? List(source) else { return [] }
    return linter.lint(list, in: vector.environment).map { finding in
      let place = source.location(of: finding.range.lowerBound)
      return "\(place.line):\(place.column): \(finding.severity.rawValue): \(finding.message.inert)"
    }
  }

  /// The place of a list, for rules about that.
  private func place(of vector: TestVector) -> String {
    let file = vector.environment.fileName.map { " in the file \($0.inert)" } ?? ""
    let files = vector.environment.companions?.map { "\($0.path.inert) (“\($0.text.inert)”)" } ?? []
    return file + (files.isEmpty ? "" : ", beside \(files.joined(separator: ", "))")
  }

  /// A text in lines that fit a terminal of 80 columns.
  private static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 80 - indent {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { "\(margin)\($0)\n" }.joined()
  }

  private static func indented(_ text: String) -> String {
    lines(of: text).map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  private static func fenced(_ text: String, _ language: String) -> String {
    let fence = text.contains("```") ? "````" : "```"
    return "\(fence)\(language)\n\(lines(of: text).map { $0 + "\n" }.joined())\(fence)"
  }

  /// The lines of an example; hidden characters are shown by their numbers, and very long lines are cut.
  private static func lines(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.last == "" ? lines.dropLast() : lines[...]).map { line in
      let shown = String(line).inert.replacing("\u{A0}", with: "\\u{A0}")
      return shown.count > 200 ? shown.prefix(60) + "…" : shown
    }
  }
}

extension RuleDescription {
  /// The severity by default, or `off`.
  var level: String { defaultSeverity?.rawValue ?? "off" }
}

extension RuleOption {
  /// What can be set, in one line.
  fileprivate var line: String {
    switch kind {
    case .words(let words):
      "`\(key)`: \(summary) A list, "
        + (words.isEmpty
          ? "empty by default." : "by default \(words.sorted().map { "`\($0)`" }.joined(separator: " ")).")
    case .choice(let choices):
      "`\(key)`: \(summary) One of \(choices.map { "`\($0)`" }.joined(separator: " ")); by default the first."
    case .language: "`\(key)`: \(summary) A code such as `sv`; none by default."
    }
  }
}
