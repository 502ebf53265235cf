/// The names by which comments can mean rules besides their ids: families, and the rules of awesome-lint and remark.
enum RuleAliases {
  /// The ids of the rules that such a name stands for, none where we have no such rule; nil for another name.
  static func rules(for name: String) -> [String]? {
    if let family = RuleFamily.named(name) { return family.rules.map(\.id) }
    return table[name.hasPrefix("remark-lint:") ? String(name.dropFirst(12)) : name]
  }

  private static let table: [String: [String]] = {
    // What awesome-lint asks GitHub has no rule here.
    var table: [String: [String]] = ["awesome-github": [], "awesome-git-repo-age": []]
    for rule in Rule.all {
      for alias in rule.aliases { table[alias, default: []].append(rule.id) }
      if rule.presets[.awesomeLint] != nil { table[rule.id, default: []].append(rule.id) }
    }
    return table
  }()
}
