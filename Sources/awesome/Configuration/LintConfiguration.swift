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

  static let keys = ["preset", "rules", "words", "duplicates", "separator", "sections"]

  init() {}

  /// Reads the keys above; of what is said twice the later holds, words and duplicates add up.
  mutating func read(_ fields: [String: YAMLField], ruleIDs: [String]) throws(ConfigurationError) {
    if let field = fields["preset"] { preset = try field.choice() }
    for (id, field) in try fields["rules"]?.fields(ruleIDs, of: "rule") ?? [:] { try read(field, of: id) }
    try settings.read(fields)
    for (title, field) in try fields["sections"]?.entries() ?? [] {
      let levels = try field.fields(["rules"])["rules"]?.fields(ruleIDs, of: "rule") ?? [:]
      var severities: [String: Severity?] = [:]
      for (id, level) in levels { severities[id] = .some(try level.choice(RuleLevel.self).severity) }
      sections.append(SectionOverride(title: Glob(title), severities: severities))
    }
  }

  /// Reads what is said about a rule: a level, or a level and the options of the rule.
  private mutating func read(_ field: YAMLField, of id: String) throws(ConfigurationError) {
    guard case .mapping = field.node else {
      rules[id] = try field.choice()
      return
    }
    let fields = try field.fields(["level"] + SettingsChange.options(of: id))
    if let level = fields["level"] { rules[id] = try level.choice() }
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
