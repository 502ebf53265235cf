import AwesomeList
import Linting
import Rendering
import Source

/// A commented `.awesome.yml` for a list.
struct ConfigurationDraft {
  let text: String

  /// Writes down a proposal for a list.
  ///
  /// The paths lead from the configuration's folder: `path` to the list, nil for standard input; `output` to the README that `render`
  /// writes, nil where that is the list.
  init(_ proposal: ConfigurationProposal, list: List, path: String?, output: String?) {
    var lines = Self.header(proposal)
    if let path { lines += ["", "list: \(Self.quoted(path))"] }
    if let output { lines.append("output: \(Self.quoted(output))") }
    lines += Self.preset(proposal)
    if proposal.separator != "-" {
      lines += [
        "", "# The separator between a link and its description.", "separator: \(Self.quoted(proposal.separator))",
      ]
    }
    lines += Self.rules(proposal)
    if !proposal.words.isEmpty {
      lines += [
        "", "# Names in lower case that descriptions may begin with; add others.",
        "words:",
      ]
      lines += proposal.words.map { "  - \(Self.quoted($0))" }
    }
    lines += Self.render(proposal, list)
    lines += ["", "# More keys that lists often need; take the “# ” off a block to use it."] + Self.examples
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func header(_ proposal: ConfigurationProposal) -> [String] {
    let entries = counted(proposal.entryCount, "entry", "entries")
    let sections = counted(proposal.sectionCount, "section")
    var lines = [
      "# yaml-language-server: $schema=\(Awesome.schemaURL)",
      "# Written by awesome init for a list of \(entries) in \(sections).",
    ]
    if let most = proposal.shapes.first {
      let form = example(of: most.shape, proposal.separator)
      lines.append("# The most common form, in \(most.count) of them: \(form)")
    }
    lines.append(
      "# Every key is optional; the guide Configuration explains them. To list the rules, run awesome rules.")
    return lines
  }

  private static func preset(_ proposal: ConfigurationProposal) -> [String] {
    if proposal.isStrict {
      return ["", "# The list keeps nearly all guidelines of sindresorhus/awesome.", "preset: strict"]
    }
    return [
      "",
      "# For the guidelines of sindresorhus/awesome to the letter; \(counted(proposal.strictCount, "finding")) in this list.",
      "# preset: strict",
    ]
  }

  private static func rules(_ proposal: ConfigurationProposal) -> [String] {
    var lines: [String] = []
    if !proposal.brokenRules.isEmpty {
      lines.append("  # Rules that a fifth of the entries or more break. Remove a line to get the findings.")
      lines += proposal.brokenRules.map { "  \($0.id): off # \(counted($0.count, "finding"))" }
    }
    if !proposal.pendingRules.isEmpty {
      lines.append("  # Guidelines that the list does not keep yet. Remove a line to make the findings errors.")
      lines += proposal.pendingRules.map { "  \($0.id): warning # \(counted($0.count, "finding"))" }
    }
    if !proposal.keptRules.isEmpty {
      lines.append("  # Off by default, but this list follows them without exception.")
      lines += proposal.keptRules.map { "  \($0): warning" }
    }
    let open = Self.open(proposal)
    return (lines.isEmpty ? [] : ["", "rules:"] + lines) + (open.isEmpty ? [] : [""] + open)
  }

  /// The rules with findings that stay on, as comments: what a few entries do is a slip.
  private static func open(_ proposal: ConfigurationProposal) -> [String] {
    let rules = proposal.openRules.prefix(openLimit).map { rule in
      let fixes = rule.fixable == 0 ? "" : "; `awesome lint --fix` mends \(rule.fixable)"
      return "#   \(rule.id): \(counted(rule.count, "finding"))\(fixes)"
    }
    let rest = proposal.openRules.count - rules.count
    return (rules.isEmpty ? [] : ["# These rules stay on, with findings in less than a fifth of the entries."]) + rules
      + (rest > 0 ? ["#   and \(rest) more"] : [])
  }

  private static let openLimit = 10

  /// Keys that this list does not need, as comments.
  private static let examples = """
    #
    # Files and folders that no command reads.
    # exclude: [drafts, "**/*.draft.md"]
    #
    # Other levels in some sections, and in those below them.
    # sections:
    #   "Archive*":
    #     rules: {entry-description: off}
    #
    # check-links:
    #   # URLs that are not requested.
    #   exclude: ["https://example.org/private/**"]
    #   # Statuses that count as success; never 404 and 410.
    #   accept: 403
    #   timeout: 30s
    #   hosts:
    #     "*.example.org": {interval: 2s, retries: 4, fragments: off}
    """.split(separator: "\n").map(String.init)

  private static func render(_ proposal: ConfigurationProposal, _ list: List) -> [String] {
    var lines = ["", "render:"]
    if list.contents == nil {
      lines += ["  # The list has no contents list; always adds one.", "  contents: keep"]
    } else {
      lines += ["  # The contents list follows the sections.", "  contents: keep"]
    }
    if proposal.keptRules.contains("order") {
      lines += ["  # All entries are in alphabetical order already.", "  order: alphabetical"]
    }
    if let emoji = proposal.emoji {
      let form = emoji.option == .unicode ? "as characters" : "as shortcodes"
      lines += ["  # All \(emoji.count) emoji are written \(form).", "  emoji: \(emoji.option.rawValue)"]
    }
    return lines
  }

  private static func example(of shape: EntryShape, _ separator: String) -> String {
    switch shape {
    case .dash, .enDash, .emDash: "[name](URL) \(separator) description"
    case .colon: "[name](URL): description"
    case .text: "[name](URL) description"
    case .label: "description: [name](URL)"
    case .quote: "[name](URL), and the description in a quote"
    case .paragraph: "[name](URL), and the description in a paragraph"
    case .link: "[name](URL)"
    case .group: "a label above other entries"
    case .line: "a line of a paragraph"
    case .details: "<details> with the link in its <summary>"
    case .html: "an element of HTML"
    case .row: "a row of a table"
    case .heading: "a heading with the link"
    }
  }

  /// A text as a double-quoted scalar of YAML, with all but ASCII and letters escaped.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || (scalar.value > 0x7F && !scalar.isPrintable):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    properties.isAlphabetic || properties.numericType != nil || ["–", "—"].contains(self)
  }
}
