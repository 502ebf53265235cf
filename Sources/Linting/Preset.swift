/// A choice of rules by its name; each rule says which ones it is in, and with which severity.
public enum Preset: String, CaseIterable, Sendable {
  /// The guidelines, and what is likely wrong.
  case awesome
  /// What awesome-lint 2.3.0 finds, under the names of its rules; but not what it asks GitHub.
  case awesomeLint = "awesome-lint"
  /// Only what is certainly broken: encoding, dead anchors, duplicate entries, malformed links.
  case minimal
}
