public import Diagnostics

/// A choice of rules by its name.
public enum Preset: String, CaseIterable, Sendable {
  /// The guidelines, and what is likely wrong.
  case awesome
  /// Only what is certainly broken: encoding, dead anchors, duplicate entries, malformed links.
  case minimal

  /// The rules that do not have their own default severity, by id; nil there switches a rule off.
  public var severities: [String: Severity?] {
    switch self {
    case .awesome: [:]
    case .minimal:
      Dictionary(
        uniqueKeysWithValues: Rule.all.filter { !Self.minimalRules.contains($0.id) }.map { ($0.id, Severity?.none) })
    }
  }

  private static let minimalRules: Set<String> = [
    "dead-anchor", "duplicate-entry", "entry-link", "html-entity", "invisible", "merge-marker", "mojibake",
    "replacement-char", "suppression", "url-form",
  ]
}
