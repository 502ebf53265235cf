/// An entry of the catalogue of rules: what configurations, reports and guides know of a rule, whichever command runs it.
public struct RuleDescription: Hashable, Sendable {
  /// The name in reports, configuration and comments.
  public let id: String
  /// What to write, in one sentence.
  public let summary: String
  /// What exactly is checked, and what is exempt; nil where the summary is all of it.
  public let details: String?
  /// Why, in a few sentences.
  public let rationale: String
  /// What `--fix` and `--unsafe-fixes` do about the findings; nil for a rule without fixes.
  public let fix: String?
  /// The severity without any configuration; nil for a rule that is off.
  public let defaultSeverity: Severity?
  /// The address of the rule's page.
  public var helpURL: String?

  public init(
    id: String, summary: String, details: String? = nil, rationale: String, fix: String? = nil,
    defaultSeverity: Severity?, helpURL: String? = nil
  ) {
    self.id = id
    self.summary = summary
    self.details = details
    self.rationale = rationale
    self.fix = fix
    self.defaultSeverity = defaultSeverity
    self.helpURL = helpURL
  }
}
