import Yams
import Diagnostics
import Linting
import Source

/// What a configuration says about linting: of all files, or of some.
struct LintConfiguration: Sendable {
  /// The rules to begin with.
  var preset: Preset?
  /// The rules that do not have their own default severity, by id.
  var rules: [String: RuleLevel] = [:]
  /// The options that are set for all rules that have them.
  var options = RuleOptions()
  /// The options that are set for single rules, by id.
  var ruleOptions: [String: RuleOptions] = [:]
  /// What holds in some sections; the later over the earlier.
  var sections: [SectionOverride] = []
  /// How many of them, the first ones, come from the configuration that this one goes over.
  var inheritedSectionCount = 0

  /// What this configuration itself says of sections; one that others share need not fit every list.
  var ownSections: ArraySlice<SectionOverride> { sections.dropFirst(inheritedSectionCount) }

  static let keys = ["preset", "rules", "sections"] + RuleOption.shared.map(\.key)

  init() {}

  /// Reads the keys above; of what is said twice the later holds, words and duplicates add up.
  mutating func read(_ fields: [String: YAMLField], ruleIDs: [String]) throws(ConfigurationError) {
    if let field = fields["preset"] { preset = try field.choice() }
    for (name, field) in try Self.rules(fields["rules"], ruleIDs) { try read(field, of: name) }
    try options.read(RuleOption.shared, from: fields)
    for (title, field) in try fields["sections"]?.entries() ?? [] {
      var severities: [String: Severity?] = [:]
      for (name, field) in try Self.rules(try field.fields(["rules"])["rules"], ruleIDs) {
        let level: RuleLevel = try field.choice()
        for id in Self.ids(of: name, at: level) { severities[id] = .some(level.severity) }
      }
      sections.append(SectionOverride(title: Glob(title, isTitle: true), severities: severities))
    }
  }

  /// What is said under the names of rules and families, the families first, over which single rules go.
  private static func rules(
    _ field: YAMLField?, _ names: [String]
  ) throws(ConfigurationError) -> [(name: String, field: YAMLField)] {
    let fields = try field?.fields(names, of: "rule") ?? [:]
    let rank = { (name: String) in RuleFamily.named(name) == nil ? 1 : 0 }
    return fields.sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }.map { ($0.key, $0.value) }
  }

  /// The rules that a name stands for; those of a family that are off by default are not meant where it is switched on.
  private static func ids(of name: String, at level: RuleLevel) -> [String] {
    guard let family = RuleFamily.named(name) else { return [name] }
    return (level == .off ? family.rules : family.usualRules).map(\.id)
  }

  /// Reads what is said about a rule or a family: a level, or a level and the options of the rule.
  private mutating func read(_ field: YAMLField, of id: String) throws(ConfigurationError) {
    guard case .mapping = field.node else {
      let level: RuleLevel = try field.choice()
      for id in Self.ids(of: id, at: level) { rules[id] = level }
      return
    }
    let options = Rule.named(id)?.options ?? []
    let fields = try field.fields(["level"] + options.map(\.key))
    if let level: RuleLevel = try fields["level"]?.choice() {
      for id in Self.ids(of: id, at: level) { rules[id] = level }
    }
    try ruleOptions[id, default: RuleOptions()].read(options, from: fields)
  }

  /// Puts what another configuration says over this one.
  mutating func add(_ other: LintConfiguration) {
    preset = other.preset ?? preset
    rules.merge(other.rules) { $1 }
    options.merge(other.options)
    ruleOptions.merge(other.ruleOptions) { $0.merging($1) }
    sections += other.sections
  }
}

extension RuleOptions {
  /// Reads what the fields of a mapping set of some options.
  fileprivate mutating func read(
    _ options: [RuleOption], from fields: [String: YAMLField]
  ) throws(ConfigurationError) {
    for option in options {
      guard let field = fields[option.key] else { continue }
      var read = RuleOptions()
      read[option] = try field.value(of: option)
      merge(read)
    }
  }
}

extension YAMLField {
  fileprivate func value(of option: RuleOption) throws(ConfigurationError) -> RuleOptions.Value {
    switch option.kind {
    case .words: return .words(Set(try strings()))
    case .choice(let choices): return .text(try choice(choices))
    case .language:
      _ = try alphabet()
      return .text(try string())
    }
  }
}

/// What the configuration makes of a rule.
enum RuleLevel: String, CaseIterable, Sendable {
  case off
  case warning
  case error

  /// The severity of the rule's findings; nil when there are to be none.
  var severity: Severity? {
    switch self {
    case .off: nil
    case .warning: .warning
    case .error: .error
    }
  }
}
