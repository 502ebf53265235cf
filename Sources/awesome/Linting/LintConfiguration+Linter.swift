import Diagnostics
import Linting
import Source

extension LintConfiguration {
  /// A linter for this configuration.
  ///
  /// - Parameters:
  ///   - preset: the rules to start from instead of the configuration's.
  ///   - selected: the only rules to run, even those that are off; nil for all.
  ///   - ignored: rules to skip.
  ///   - baseline: an older version of the file, whose findings are left out.
  func linter(
    preset: Preset? = nil, selecting selected: Set<String>? = nil, ignoring ignored: Set<String> = [],
    since baseline: SourceText? = nil
  ) -> Linter {
    let chosen = preset ?? self.preset ?? .awesome
    var severities = rules.mapValues(\.severity)
    for rule in Rule.all where selected?.contains(rule.id) == true {
      if (severities[rule.id] ?? rule.presets[chosen]) == nil { severities[rule.id] = .warning }
    }
    let run = Rule.all.filter { selected?.contains($0.id) != false && !ignored.contains($0.id) }
    return Linter(
      rules: run, preset: chosen, severities: severities, options: options, ruleOptions: ruleOptions,
      sections: sections, baseline: baseline, linkRules: LinkRules.ids)
  }

  /// The severity of a rule's findings; nil where the rule is off.
  func severity(of rule: String) -> Severity? {
    if let level = rules[rule] { return level.severity }
    return Rule.named(rule)?.presets[preset ?? .awesome]
  }
}
