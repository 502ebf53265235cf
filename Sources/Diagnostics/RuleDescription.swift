/// What a report tells about a rule besides its id.
public struct RuleDescription: Hashable, Sendable {
  public let id: String
  /// What the rule demands, in one sentence.
  public let summary: String
  /// Why it is demanded.
  public let rationale: String
  /// The severity without any configuration; nil for a rule that is off.
  public let defaultSeverity: Severity?

  public init(id: String, summary: String, rationale: String, defaultSeverity: Severity?) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.defaultSeverity = defaultSeverity
  }
}
