public import AwesomeList
public import Diagnostics
import Markdown
public import Source

/// Asks rules about lists, and applies the fixes that they offer.
public struct Linter: Sendable {
  /// How often fixes are applied and the result linted again before giving up.
  static let maximumRounds = 10

  fileprivate struct ActiveRule {
    let rule: Rule
    let severity: Severity
    /// Whether the severity holds for every finding, also for those that name one.
    let isOverridden: Bool
  }

  private let rules: [ActiveRule]
  private let settings: Settings

  /// A linter for some rules; `severities` replaces default severities by rule id, nil there switches a rule off.
  public init(
    rules: [Rule] = Rule.all, severities: [String: Severity?] = [:], settings: Settings = Settings()
  ) {
    self.settings = settings
    self.rules = rules.compactMap { rule in
      if let override = severities[rule.id] {
        return override.map { ActiveRule(rule: rule, severity: $0, isOverridden: true) }
      }
      return rule.defaultSeverity.map { ActiveRule(rule: rule, severity: $0, isOverridden: false) }
    }
  }

  /// The findings in a list that no comment suppresses, in the order of their places.
  public func lint(_ list: List, in surroundings: Surroundings = Surroundings()) -> [Diagnostic] {
    let text = TextFindings(list)
    let index = ListIndex(list)
    let suppressions = Suppressions(list, aliases: AwesomeLintIDs.rules)
    func diagnostics(_ active: ActiveRule, unusedComments: Set<Int> = []) -> [Diagnostic] {
      let context = RuleContext(
        index: index, text: text, rule: active.rule.id, settings: settings, surroundings: surroundings,
        suppressions: suppressions, unusedComments: unusedComments, severity: active.severity)
      return active.diagnostics(in: context)
    }
    // The rule about comments comes last: it has to know which of them were needed.
    let isLast = { (active: ActiveRule) in active.rule.id == Rule.suppression.id }
    let found = suppressions.filter(rules.filter { !isLast($0) }.flatMap { diagnostics($0) })
    let unused = suppressions.unused(but: found.used, among: Set(rules.map(\.rule.id)))
    let last = rules.filter(isLast).flatMap { diagnostics($0, unusedComments: unused) }
    return (found.kept + suppressions.filter(last).kept).sorted()
  }

  /// A text with its findings fixed, and how many fixes were applied.
  ///
  /// Safe fixes are applied, others only when `includingUnsafe`. Fixes that overlap wait for the next round.
  public func fix(
    _ source: SourceText, includingUnsafe: Bool = false
  ) throws(LintingError) -> (source: SourceText, fixCount: Int) {
    var source = source
    var count = 0
    var pending: [Diagnostic] = []
    for _ in 0..<Self.maximumRounds {
      pending = lint(try Self.list(source)).filter { $0.fix.map { $0.isSafe || includingUnsafe } ?? false }
      if pending.isEmpty { return (source, count) }
      let edits = Self.disjoint(pending.compactMap(\.fix))
      let bytes = edits.flatMap(\.self).applied(to: source.bytes).bytes
      if bytes == source.bytes { break }
      count += edits.count
      source = SourceText(utf8: bytes)
    }
    throw .doesNotConverge(rules: Set(pending.map(\.rule)).sorted())
  }

  /// Reads a text as a list.
  public static func list(_ source: SourceText) throws(LintingError) -> List {
    do {
      return List(try Document(source))
    } catch {
      throw .markdown(error)
    }
  }

  /// The edits of fixes that do not clash, the first ones in the text winning.
  private static func disjoint(_ fixes: [Fix]) -> [[Edit]] {
    var taken = DisjointRanges()
    return fixes.map(\.edits).filter { taken.insert($0.map(\.range)) }
  }
}

extension Linter.ActiveRule {
  fileprivate func diagnostics(in context: RuleContext) -> [Diagnostic] {
    let found = rule.diagnostics(in: context)
    guard isOverridden else { return found }
    return found.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.severity = severity
      return diagnostic
    }
  }
}
