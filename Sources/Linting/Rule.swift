public import Diagnostics

/// One thing that `lint` looks for: a value, in a file with all that belongs to it, listed in `Rules/All.swift`.
public struct Rule: Sendable {
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
  /// The presets that the rule is in, each with the severity of the findings that name none.
  public let presets: [Preset: Severity]
  /// The family by whose name the rule can be meant too.
  public let family: RuleFamily?
  /// What the rule needs to respect the list's own form; nil for a rule that is right in any list.
  public let convention: Convention?
  /// What a configuration can set.
  public let options: [RuleOption]
  /// The rules of awesome-lint that find the same: where its comments name them, they mean this one too.
  let aliases: [String]
  /// What a reader of the rule's page sees; made on demand, since linting never needs it.
  public var example: Example { makeExample() }
  /// The tests of the rule, with those of the example.
  public var vectors: [TestVector] { example.vectors(hasFix: fix != nil) + makeVectors() }

  private let makeExample: @Sendable () -> Example
  private let makeVectors: @Sendable () -> [TestVector]
  private let check: @Sendable (RuleContext) -> [Diagnostic]

  public init(
    id: String, summary: String, details: String? = nil, rationale: String, fix: String? = nil,
    presets: [Preset: Severity], family: RuleFamily? = nil, convention: Convention? = nil,
    options: [RuleOption] = [], aliases: [String] = [],
    example: @autoclosure @escaping @Sendable () -> Example,
    vectors: @autoclosure @escaping @Sendable () -> [TestVector],
    check: @escaping @Sendable (RuleContext) -> [Diagnostic]
  ) {
    self.id = id
    self.summary = summary
    self.details = details
    self.rationale = rationale
    self.fix = fix
    self.presets = presets
    self.family = family
    self.convention = convention
    self.options = options
    self.aliases = aliases
    self.makeExample = example
    self.makeVectors = vectors
    self.check = check
  }

  /// The severity without any configuration; nil for a rule that is off.
  public var defaultSeverity: Severity? { presets[.awesome] }

  /// The rule in the catalogue of all commands.
  public var description: RuleDescription {
    RuleDescription(
      id: id, summary: summary, details: details, rationale: rationale, fix: fix, defaultSeverity: defaultSeverity)
  }

  /// The findings in a list.
  func diagnostics(in context: RuleContext) -> [Diagnostic] {
    check(context)
  }
}
