public import Diagnostics

/// One thing that `lint` looks for: a value, alone in its file with all that is its own, listed in `Rules/All.swift`.
public struct Rule: Sendable {
  /// The name in reports, configuration and comments.
  public let id: String
  /// What the rule demands, in one sentence.
  public let summary: String
  /// Why it is demanded, in a few sentences.
  public let rationale: String
  /// The presets that the rule is in, each with the severity of the findings that name none.
  public let presets: [Preset: Severity]
  /// The family by whose name it can be meant too.
  public let family: RuleFamily?
  /// What a configuration can set.
  public let options: [RuleOption]
  /// The rules of awesome-lint that find the same: where its comments name them, they mean this one too.
  let aliases: [String]
  /// Lists that show the rule at work: its documentation and its tests. They are made when asked for, which linting never does.
  public var examples: [Example] { makeExamples() }

  private let makeExamples: @Sendable () -> [Example]
  private let check: @Sendable (RuleContext) -> [Diagnostic]

  public init(
    id: String, summary: String, rationale: String, presets: [Preset: Severity], family: RuleFamily? = nil,
    options: [RuleOption] = [], aliases: [String] = [], examples: @autoclosure @escaping @Sendable () -> [Example],
    check: @escaping @Sendable (RuleContext) -> [Diagnostic]
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.presets = presets
    self.family = family
    self.options = options
    self.aliases = aliases
    self.makeExamples = examples
    self.check = check
  }

  /// The severity without any configuration; nil for a rule that is off.
  public var defaultSeverity: Severity? { presets[.awesome] }

  /// The findings in a list.
  func diagnostics(in context: RuleContext) -> [Diagnostic] {
    check(context)
  }
}
