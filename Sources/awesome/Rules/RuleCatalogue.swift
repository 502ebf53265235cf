import Diagnostics
import Linting

/// Every rule of every command, as a list for a terminal and as the guide to the rules.
enum RuleCatalogue {
  /// Rules that look at the same part of a list: a chapter of the guide.
  struct Topic: Sendable {
    let title: String
    let rules: [RuleDescription]
  }

  static let topics =
    RuleTopic.all.map { Topic(title: $0.title, rules: $0.rules.map { linked($0.description) }) } + [links]

  private static let links = Topic(title: "Checked links", rules: LinkRules.all.map(linked))

  static let all = topics.flatMap(\.rules)

  /// The ids of all families and rules.
  static let names = RuleFamily.all.map(\.id) + all.map(\.id)

  /// The rule with this id.
  static func named(_ id: String) -> RuleDescription? { all.first { $0.id == id } }

  /// The rule with the address of its page.
  private static func linked(_ rule: RuleDescription) -> RuleDescription {
    var rule = rule
    rule.helpURL = Awesome.guideURL("Rules") + "#\(rule.id)"
    return rule
  }

  /// The rules by topic.
  static var table: String {
    let width = all.map(\.id.count).max() ?? 0
    return topics.map { "\($0.title)\n" + table($0.rules, indent: 2, width: width) }.joined(separator: "\n")
  }

  /// One line a rule: its id, its default severity, what to write.
  ///
  /// - Parameter width: the columns of the ids; those of the longest one unless given.
  static func table(_ rules: [RuleDescription], indent: Int = 0, width: Int? = nil) -> String {
    let width = width ?? rules.map(\.id.count).max() ?? 0
    return rules.map { rule in
      let id = rule.id + String(repeating: " ", count: width - rule.id.count)
      let level = rule.level + String(repeating: " ", count: max(0, 7 - rule.level.count))
      return String(repeating: " ", count: indent) + "\(id)  \(level)  \(rule.summary)\n"
    }.joined()
  }

  /// A table of all rules, then their pages by topic.
  static var markdown: String {
    let rows = all.map {
      "| [`\($0.id)`](#\($0.id)) | \($0.level) | \($0.summary.replacing("|", with: "\\|")) |\n"
    }
    let chapters = topics.map { topic in
      "\n## \(topic.title)\n\n" + topic.rules.map { RulePage($0).markdown }.joined(separator: "\n")
    }
    return "| rule | default | what to write |\n|---|---|---|\n" + (rows + chapters).joined()
  }
}
