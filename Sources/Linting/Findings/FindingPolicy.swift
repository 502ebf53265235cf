public import AwesomeList
public import Diagnostics
import Source

/// What a configuration and a list's comments make of the findings of another command.
public struct FindingPolicy {
  private let levels: [String: Severity]
  private let overrides: SectionOverrides
  private let suppressions: Suppressions

  /// - Parameters:
  ///   - levels: the severities of the rules that are on, by id.
  ///   - sections: what replaces them in some sections, the later over the earlier.
  public init(levels: [String: Severity], sections: [SectionOverride] = [], in list: List) {
    self.levels = levels
    overrides = SectionOverrides(sections, in: list)
    suppressions = Suppressions(list, aliases: RuleAliases.rules)
  }

  /// The findings with their severities, without those whose rule is off and those that a comment suppresses.
  public func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    let leveled = diagnostics.compactMap { diagnostic -> Diagnostic? in
      let local = overrides.severity(of: diagnostic.rule, at: diagnostic.range.lowerBound)
      guard let severity = local ?? levels[diagnostic.rule] else { return nil }
      var diagnostic = diagnostic
      diagnostic.severity = severity
      return diagnostic
    }
    return suppressions.filter(leveled).kept
  }
}
