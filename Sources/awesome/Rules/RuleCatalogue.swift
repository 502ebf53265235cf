import Linting

/// Every rule, as a list for a terminal and as the guide to the rules.
enum RuleCatalogue {
  /// One line a rule: its id, its default severity, what to write.
  static func table(_ rules: [Rule]) -> String {
    let width = rules.map(\.id.count).max() ?? 0
    return rules.map { rule in
      let id = rule.id + String(repeating: " ", count: width - rule.id.count)
      let level = rule.level + String(repeating: " ", count: max(0, 7 - rule.level.count))
      return "\(id)  \(level)  \(rule.summary)\n"
    }.joined()
  }

  /// A table of all rules, then their pages by topic.
  static var markdown: String {
    let rows = Rule.all.map {
      "| [`\($0.id)`](#\($0.id)) | \($0.level) | \($0.summary.replacing("|", with: "\\|")) |\n"
    }
    let chapters = RuleTopic.all.map { topic in
      "\n## \(topic.title)\n\n" + topic.rules.map { RulePage(rule: $0).markdown }.joined(separator: "\n")
    }
    return "| rule | default | what to write |\n|---|---|---|\n" + (rows + chapters).joined()
  }
}
