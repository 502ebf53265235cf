public import Diagnostics

/// A choice of rules by its name.
public enum Preset: String, CaseIterable, Sendable {
  /// The guidelines, and what is likely wrong.
  case awesome
  /// What awesome-lint 2.3.0 finds, under the names of its rules; but not what it asks GitHub.
  case awesomeLint = "awesome-lint"
  /// Only what is certainly broken: encoding, dead anchors, duplicate entries, malformed links.
  case minimal

  /// The rules that do not have their own default severity, by id; nil there switches a rule off.
  public var severities: [String: Severity?] {
    switch self {
    case .awesome: [:]
    case .awesomeLint:
      Self.severities { rule in
        if rule.id == Rule.awesomeSpellCheck.id { return .warning }
        return (Rule.style + Rule.awesomeLint).contains { $0.id == rule.id } ? .error : nil
      }
    case .minimal: Self.severities { Self.minimalRules.contains($0.id) ? $0.defaultSeverity : nil }
    }
  }

  /// What rules are told about a list, where the preset decides a part of it.
  public func settings(_ settings: Settings) -> Settings {
    var settings = settings
    settings.followsAwesomeLint = self == .awesomeLint
    return settings
  }

  private static func severities(_ severity: (Rule) -> Severity?) -> [String: Severity?] {
    Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, severity($0)) }).filter { id, severity in
      severity == nil || severity != Rule.named(id)?.defaultSeverity
    }
  }

  private static let minimalRules: Set<String> = [
    "dead-anchor", "duplicate-entry", "entry-link", "html-entity", "invisible", "merge-marker", "mojibake",
    "replacement-char", "suppression", "url-form",
  ]
}
