/// Rules with a common name, by which configurations, options and comments mean all of them.
public struct RuleFamily: Hashable, Sendable {
  public let id: String
  /// What its rules are about, in one sentence.
  public let summary: String

  public static let all = [markdownStyle]

  static let markdownStyle = RuleFamily(
    id: "md-style",
    summary: "Write Markdown in one style: rules of remark, under their names there.")

  public var rules: [Rule] { Rule.all.filter { $0.family == self } }

  /// The rules that are on by default: what is meant where the family is switched on.
  public var usualRules: [Rule] { rules.filter { $0.defaultSeverity != nil } }

  /// The family with this id.
  public static func named(_ id: String) -> RuleFamily? {
    all.first { $0.id == id }
  }
}

extension Rule {
  /// The ids of all families and rules.
  public static let names = RuleFamily.all.map(\.id) + all.map(\.id)
}

/// A choice of rules; each rule declares its presets, with its severity in each.
public enum Preset: String, CaseIterable, Sendable {
  /// What is wrong, and what differs from the list's own form.
  case awesome
  /// The guidelines of sindresorhus/awesome too, to the letter.
  case strict
  /// What awesome-lint 2.3.0 finds, under the names of its rules, except by requests to GitHub.
  case awesomeLint = "awesome-lint"
  /// Only what is certainly broken: encoding, dead anchors, duplicate entries, malformed links, content that is not shown.
  case minimal
}
