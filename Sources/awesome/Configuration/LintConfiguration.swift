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
  /// What the rules are told about the list.
  var settings = SettingsChange()
  /// What single rules are told, by id.
  var ruleSettings: [String: SettingsChange] = [:]
  /// What holds in some sections; the later over the earlier.
  var sections: [SectionOverride] = []
  /// How many of them, the first ones, come from the configuration that this one goes over.
  var inheritedSectionCount = 0

  /// What this configuration itself says of sections; one that others share need not fit every list.
  var ownSections: ArraySlice<SectionOverride> { sections.dropFirst(inheritedSectionCount) }

  static let keys = ["preset", "rules", "words", "duplicates", "separator", "sections"]

  init() {}

  /// Reads the keys above; of what is said twice the later holds, words and duplicates add up.
  mutating func read(_ fields: [String: YAMLField], ruleIDs: [String]) throws(ConfigurationError) {
    if let field = fields["preset"] { preset = try field.choice() }
    for (name, field) in try Self.rules(fields["rules"], ruleIDs) { try read(field, of: name) }
    try settings.read(fields)
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
    let fields = try field.fields(["level"] + SettingsChange.options(of: id))
    if let level: RuleLevel = try fields["level"]?.choice() {
      for id in Self.ids(of: id, at: level) { rules[id] = level }
    }
    try ruleSettings[id, default: SettingsChange()].read(fields)
  }

  /// Puts what another configuration says over this one.
  mutating func add(_ other: LintConfiguration) {
    preset = other.preset ?? preset
    rules.merge(other.rules) { $1 }
    settings.add(other.settings)
    ruleSettings.merge(other.ruleSettings) { $0.adding($1) }
    sections += other.sections
  }
}
