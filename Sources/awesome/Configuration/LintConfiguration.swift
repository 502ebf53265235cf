import JSON
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

  init() {}

  /// The keys of linting, at the top of the configuration and under `files`; a later value overrides, words and duplicates add up.
  static var keys: [ConfigurationKey<LintConfiguration>] {
    var keys: [ConfigurationKey<LintConfiguration>] = [
      ConfigurationKey("preset", .choice, at: \.preset, default: "awesome", "The rules to begin with."),
      ConfigurationKey(
        "rules", .rules(.settings),
        "The levels of rules, or their levels and options; `awesome rules` lists them."
      ) { (lint, fields) throws(ConfigurationError) in
        for (name, field) in fields { try lint.read(field, of: name) }
      },
    ]
    keys += RuleOption.shared.map { ConfigurationKey.option($0).of(\.options) }
    keys.append(
      ConfigurationKey(
        "sections", .entries(sectionKeys),
        "Levels in sections whose title matches a pattern, and in those below them; `*` is any text."
      ) { (lint, fields) throws(ConfigurationError) in
        for (title, field) in fields {
          var severities: [String: Severity?] = [:]
          try field.read(sectionKeys, into: &severities)
          lint.sections.append(SectionOverride(title: Glob(title, isTitle: true), severities: severities))
        }
      })
    return keys
  }

  private static var sectionKeys: [ConfigurationKey<[String: Severity?]>] {
    [
      ConfigurationKey(
        "rules", .rules(.levels), "The levels of rules in these sections."
      ) { (severities, fields) throws(ConfigurationError) in
        for (name, field) in fields {
          let level: RuleLevel = try field.choice()
          for id in ids(of: name, at: level) { severities[id] = .some(level.severity) }
        }
      }
    ]
  }

  /// The rules of a name; a family that is switched on leaves out those that are off by default.
  private static func ids(of name: String, at level: RuleLevel) -> [String] {
    guard let family = RuleFamily.named(name) else { return [name] }
    return (level == .off ? family.rules : family.usualRules).map(\.id)
  }

  /// Reads the value of a rule or a family.
  private mutating func read(_ field: YAMLField, of id: String) throws(ConfigurationError) {
    let setting = try ConfigurationValue.setting(of: id).read(field)
    if let level = setting.level {
      for id in Self.ids(of: id, at: level) { rules[id] = level }
    }
    ruleOptions[id, default: RuleOptions()].merge(setting.options)
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

/// What the configuration sets of a rule.
struct RuleSetting {
  var level: RuleLevel?
  var options = RuleOptions()
}

extension ConfigurationValue where Value == RuleSetting {
  /// A level, or a level and options.
  static func setting(of id: String) -> Self {
    let options = Rule.named(id)?.options ?? []
    var keys = [ConfigurationKey<RuleSetting>("level", .choice, at: \.level, "The level.")]
    keys += options.map { ConfigurationKey.option($0).of(\.options) }
    let mapping = ConfigurationValue.mapping(keys, from: RuleSetting())
    let level = ConfigurationValue<RuleLevel>.choice
    return Self(ConfigurationSchema.either(level.schema(), mapping.schema())) { (field) throws(ConfigurationError) in
      if case .mapping = field.node.value { return try mapping.read(field) }
      return RuleSetting(level: try level.read(field))
    }
  }
}

extension ConfigurationKey where Target == RuleOptions {
  /// The key of an option of rules; words add up.
  static func option(_ option: RuleOption) -> Self {
    Self(option.key, .option(option), option.summary) { $0.merge($1) }
  }
}

extension YAMLField {
  func value(of option: RuleOption) throws(ConfigurationError) -> RuleOptions.Value {
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
