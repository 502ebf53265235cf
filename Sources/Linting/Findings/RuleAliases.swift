/// The ids of awesome-lint's rules, with those of ours that judge the same, and of families of rules.
enum RuleAliases {
  /// The rules of ours that such an id stands for, none where we have no such rule; nil for another id.
  static func rules(for id: String) -> [String]? {
    if let family = RuleFamily.named(id) { return family.rules.map(\.id) }
    let id = id.hasPrefix("remark-lint:") ? String(id.dropFirst(12)) : id
    if let ours = own[id] { return Rule.named(id) == nil ? ours : ours + [id] }
    return Rule.style.contains { $0.id == id } ? [id] : nil
  }

  private static let own: [String: [String]] = [
    "awesome-heading": ["title"],
    "awesome-badge": ["badge"],
    "awesome-contributing": ["contributing"],
    "awesome-code-of-conduct": ["code-of-conduct"],
    "awesome-github": [],
    "awesome-git-repo-age": [],
    "awesome-license": ["forbidden-section"],
    "awesome-list-item": [
      "entry-link", "entry-separator", "entry-description", "description-case", "description-end", "entry-form",
    ],
    "awesome-no-ci-badge": ["ci-badge"],
    "awesome-spell-check": ["brand-case"],
    "awesome-toc": ["toc-form", "toc-sync", "dead-anchor"],
    "balanced-punctuation": ["quotes"],
    "match-punctuation": ["quotes"],
    "double-link": ["duplicate-entry"],
    "no-repeat-item-in-description": ["description-name"],
  ]
}
