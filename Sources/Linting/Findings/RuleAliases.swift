import Source

/// The names besides ids by which comments mean rules: families, and the rules of awesome-lint and remark.
enum RuleAliases {
  /// The ids of the rules that such a name represents, none where we have no such rule; nil for another name.
  static func rules(for name: String) -> [String]? {
    if let family = RuleFamily.named(name) { return family.rules.map(\.id) }
    return table[String(name.removing(prefix: "remark-lint:") ?? name[...])]
  }

  private static let table: [String: [String]] = {
    // awesome-lint's requests to GitHub have no rule here.
    var table: [String: [String]] = ["awesome-github": [], "awesome-git-repo-age": []]
    for rule in Rule.all {
      for alias in rule.aliases { table[alias, default: []].append(rule.id) }
      if rule.presets[.awesomeLint] != nil { table[rule.id, default: []].append(rule.id) }
    }
    return table
  }()
}
