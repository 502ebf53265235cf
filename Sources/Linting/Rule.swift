public import Diagnostics

/// One thing that `lint` looks for: a value, alone in its file, listed in `Rule.all`.
public struct Rule: Sendable {
  /// The name in reports, configuration and comments.
  public let id: String
  /// What the rule demands, in one sentence.
  public let summary: String
  /// Why it is demanded, in a few sentences.
  public let rationale: String
  /// The severity of its findings where they name none; nil for a rule that is off by default.
  public let defaultSeverity: Severity?
  /// Lists that show the rule at work: its documentation and its tests. They are made when asked for, which linting never does.
  public var examples: [Example] { makeExamples() }

  private let makeExamples: @Sendable () -> [Example]
  private let check: @Sendable (RuleContext) -> [Diagnostic]

  public init(
    id: String, summary: String, rationale: String, defaultSeverity: Severity?,
    examples: @autoclosure @escaping @Sendable () -> [Example],
    check: @escaping @Sendable (RuleContext) -> [Diagnostic]
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.defaultSeverity = defaultSeverity
    self.makeExamples = examples
    self.check = check
  }

  /// The findings in a list.
  func diagnostics(in context: RuleContext) -> [Diagnostic] {
    check(context)
  }
}
