import ArgumentParser
import Diagnostics
import Linting

/// The verdicts a run reports.
struct LinkRuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Report only these rules, even those that are off; comma-separated; default: those that are on.", valueName: "ids"
    ))
  var select: RuleList?

  @Option(
    help: ArgumentHelp("Leave out the findings of these rules; comma-separated; default: none.", valueName: "ids"))
  var ignore: RuleList?

  mutating func validate() throws {
    let known = LinkRules.all.map(\.id)
    try select?.check(among: known, of: "check-links")
    try ignore?.check(among: known, of: "check-links")
  }

  /// The findings that a run reports, with the levels that the configuration sets, without those that comments suppress.
  func apply(to findings: [Diagnostic], in file: ListFile) -> [Diagnostic] {
    let configuration = file.input.lintConfiguration
    var levels: [String: Severity] = [:]
    for rule in LinkRules.all where isRun(rule.id) {
      let level = configuration.rules[rule.id].map(\.severity) ?? rule.defaultSeverity
      levels[rule.id] = level ?? (select == nil ? nil : .warning)
    }
    let policy = FindingPolicy(levels: levels, sections: configuration.sections, in: file.list)
    return policy.apply(to: findings.filter { isRun($0.rule) })
  }

  private func isRun(_ id: String) -> Bool {
    select?.contains(id) != false && ignore?.contains(id) != true
  }
}
