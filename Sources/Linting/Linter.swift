public import AwesomeList
public import Diagnostics
import Markdown
public import Source

/// Asks rules about lists, and applies the fixes that they offer.
public struct Linter: Sendable {
  /// How often fixes are applied and the result linted again before giving up.
  static let maximumRounds = 10

  private let rules: [(rule: Rule, severity: Severity, isOverridden: Bool)]

  /// A linter for some rules; `severities` replaces default severities by rule id, nil there switches a rule off.
  public init(rules: [Rule] = Rule.all, severities: [String: Severity?] = [:]) {
    self.rules = rules.compactMap { rule in
      if let override = severities[rule.id] {
        return override.map { (rule, $0, true) }
      }
      return rule.defaultSeverity.map { (rule, $0, false) }
    }
  }

  /// The findings in a list, in the order of their places.
  public func lint(_ list: List) -> [Diagnostic] {
    let text = TextFindings(list)
    return rules.flatMap { rule, severity, isOverridden in
      let found = rule.diagnostics(in: RuleContext(list: list, text: text, rule: rule.id, severity: severity))
      guard isOverridden else { return found }
      return found.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.severity = severity
        return diagnostic
      }
    }
    .sorted()
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

  /// The edits of fixes that do not touch one another, the first ones in the text winning.
  private static func disjoint(_ fixes: [Fix]) -> [[Edit]] {
    var taken: [SourceRange] = []
    var result: [[Edit]] = []
    for fix in fixes {
      let ranges = fix.edits.map(\.range)
      let clashes = ranges.contains { range in
        taken.contains {
          $0.overlaps(range) || ($0.lowerBound <= range.upperBound && range.lowerBound <= $0.upperBound)
        }
      }
      if clashes { continue }
      taken += ranges
      result.append(fix.edits)
    }
    return result
  }
}
