import Diagnostics
import Linting
import Source
import YAML

/// The linting options of a configuration, for all files or for some.
struct LintConfiguration: Sendable {
  /// The rules to start from.
  var preset: Preset?
  /// The levels of rules that differ from their defaults, by id.
  var rules: [String: RuleLevel] = [:]
  /// The options that are set for all rules that have them.
  var options = RuleOptions()
  /// The options that are set for single rules, by id.
  var ruleOptions: [String: RuleOptions] = [:]
  /// Overrides for some sections; a later one overrides an earlier one.
  var sections: [SectionOverride] = []
  /// How many of them, the first ones, come from the configuration that this one extends.
  var inheritedSectionCount = 0

  /// The overrides of this configuration itself; a shared one need not match every list.
  var ownSections: ArraySlice<SectionOverride> { sections.dropFirst(inheritedSectionCount) }

  static let keys = ["preset", "rules", "sections"] + RuleOption.shared.map(\.key)

  init() {}

  /// Reads the keys above; a later value overrides, words and duplicates add up.
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

  /// The values under the names of rules and families; the families first, so that single rules override them.
  private static func rules(
    _ field: YAMLField?, _ names: [String]
  ) throws(ConfigurationError) -> [(name: String, field: YAMLField)] {
    let fields = try field?.fields(names, of: "rule") ?? [:]
    let rank = { (name: String) in RuleFamily.named(name) == nil ? 1 : 0 }
    return fields.sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }.map { ($0.key, $0.value) }
  }

  /// The rules of a name; a family that is switched on leaves out those that are off by default.
  private static func ids(of name: String, at level: RuleLevel) -> [String] {
    guard let family = RuleFamily.named(name) else { return [name] }
    return (level == .off ? family.rules : family.usualRules).map(\.id)
  }

  /// Reads the value of a rule or a family: a level, or a level and options.
  private mutating func read(_ field: YAMLField, of id: String) throws(ConfigurationError) {
    guard case .mapping = field.node.value else {
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

  /// What is set of the options of one rule.
  func options(of rule: Rule) -> RuleOptions {
    ruleOptions[rule.id].map(options.merging) ?? options
  }

  /// Overrides this configuration with another one.
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
  mutating func read(
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

/// The level of a rule in the configuration.
enum RuleLevel: String, CaseIterable, Sendable {
  case off
  case note
  case warning
  case error

  /// The severity of the rule's findings; nil for none.
  var severity: Severity? {
    switch self {
    case .off: nil
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}
