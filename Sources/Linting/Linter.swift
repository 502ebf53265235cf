public import AwesomeList
public import Diagnostics
public import Markdown
public import Source

/// Runs rules on lists, and applies their fixes.
public struct Linter: Sendable {
  /// How often fixes are applied and the result linted again before giving up.
  static let maximumRounds = 10
  /// The size of a list, in bytes, from which on other cores are worth being woken for it.
  private static let largeSize = 1 << 16

  fileprivate struct ActiveRule {
    let rule: Rule
    /// The severity of the rule's findings; nil if the rule is on only in some sections.
    let severity: Severity?
    /// Whether the severity replaces those that findings name.
    let isOverridden: Bool
  }

  private let rules: [ActiveRule]
  private let preset: Preset
  private let options: RuleOptions
  private let ruleOptions: [String: RuleOptions]
  private let sections: [SectionOverride]
  private let baseline: SourceText?

  /// A linter for some rules.
  ///
  /// - Parameters:
  ///   - preset: the rules that are on, with their severities.
  ///   - severities: what replaces these severities by rule id; nil there switches a rule off.
  ///   - options: what is set for every rule that has such an option.
  ///   - ruleOptions: what is set for single rules by their ids, over that.
  ///   - sections: what replaces severities in some sections, the later over the earlier.
  ///   - baseline: an older version of the text, whose findings are left out; nil to report all.
  public init(
    rules: [Rule] = Rule.all, preset: Preset = .awesome, severities: [String: Severity?] = [:],
    options: RuleOptions = RuleOptions(), ruleOptions: [String: RuleOptions] = [:], sections: [SectionOverride] = [],
    baseline: SourceText? = nil
  ) {
    self.preset = preset
    self.options = options
    self.ruleOptions = ruleOptions
    self.sections = sections
    self.baseline = baseline
    self.rules = rules.compactMap { rule in
      let override = severities[rule.id]
      let severity = override ?? rule.presets[preset]
      guard severity != nil || sections.contains(where: { $0.severities[rule.id] ?? nil != nil }) else { return nil }
      return ActiveRule(rule: rule, severity: severity, isOverridden: override != nil)
    }
  }

  /// The findings in a list that no comment suppresses, in the order of their places.
  public func lint(_ list: List, in environment: ListEnvironment = ListEnvironment()) -> [Diagnostic] {
    lint(IndexedList(list), in: environment)
  }

  /// The findings in a list that no comment suppresses, in the order of their places.
  public func lint(_ indexed: IndexedList, in environment: ListEnvironment = ListEnvironment()) -> [Diagnostic] {
    let found = allFindings(in: indexed, environment)
    guard let baseline, !found.isEmpty else { return found }
    let old = (try? List(baseline)).map { allFindings(in: IndexedList($0), environment) } ?? []
    return NewFindings(of: indexed.list, since: baseline, with: old).filter(found)
  }

  /// The findings in a text.
  public func lint(
    _ source: SourceText, in environment: ListEnvironment = ListEnvironment()
  ) throws(LintingError) -> [Diagnostic] {
    do {
      return lint(try List(source), in: environment)
    } catch {
      throw .markdown(error)
    }
  }

  private func allFindings(in indexed: IndexedList, _ environment: ListEnvironment) -> [Diagnostic] {
    let found = unsuppressedFindings(in: indexed, environment)
    let document = indexed.list.document
    let isInConflict = !document.conflictMarkers.isEmpty
    guard isInConflict || document.frontMatter != nil else { return found }
    // Front matter is another program's, and no side of a conflict is the text yet: both are for people to mend.
    return found.map { diagnostic in
      guard let edits = diagnostic.fix?.edits else { return diagnostic }
      let isInFrontMatter = document.frontMatter.map { front in edits.contains { $0.range.touches(front) } } ?? false
      var diagnostic = diagnostic
      if isInConflict || isInFrontMatter { diagnostic.fix = nil }
      return diagnostic
    }
  }

  private func unsuppressedFindings(in indexed: IndexedList, _ environment: ListEnvironment) -> [Diagnostic] {
    let (list, lazyIndex, text) = (indexed.list, indexed.index, indexed.textFindings)
    let isLarge = list.document.source.bytes.count >= Self.largeSize
    // The parts that most rules need come first, on all cores: a rule that waits for them would keep a core idle.
    if isLarge { ([{ _ = lazyIndex.value }, { _ = text.value }] as [@Sendable () -> Void]).runAtOnce() }
    let index = lazyIndex.value
    if isLarge { index.prepare() }
    let rules = isProse(list) ? rules.filter { !Rule.aboutWholeLists.contains($0.rule.id) } : rules
    let suppressions = Suppressions(list, aliases: RuleAliases.rules)
    let overrides = SectionOverrides(sections, in: list)
    @Sendable func diagnostics(_ active: ActiveRule, unused: Set<Suppressions.Mention> = []) -> [Diagnostic] {
      let context = RuleContext(
        index: index, source: list.document.source, textFindings: text, rule: active.rule.id, preset: preset,
        options: ruleOptions[active.rule.id].map(options.merging) ?? options, environment: environment,
        suppressions: suppressions,
        suppressed: Lazy { suppressions.ranges(of: active.rule.id) }, unused: unused,
        severity: active.severity ?? .warning)
      return active.diagnostics(in: context, overrides)
    }
    // The rule about comments runs last: it has to know which comments were needed, also for its own findings.
    let isLast = { (active: ActiveRule) in active.rule.id == Rule.suppression.id }
    let others = rules.filter { !isLast($0) }
    let results = isLarge ? others.parallelMap { diagnostics($0) } : others.map { diagnostics($0) }
    let found = suppressions.filter(Array(results.joined()))
    guard let last = rules.first(where: isLast) else { return found.kept.sorted() }
    let own = suppressions.disabledRanges.isEmpty ? [] : suppressions.filter(diagnostics(last)).used
    let unused = suppressions.unused(but: found.used.union(own), among: Set(rules.map(\.rule.id))) {
      diagnostics(last, unused: $0)
    }
    return (found.kept + suppressions.filter(diagnostics(last, unused: unused), without: unused).kept).sorted()
  }

  /// Whether a text has nothing of a list, which `no-entries` reports: what a list should have besides is not missing in it.
  private func isProse(_ list: List) -> Bool {
    list.entries.isEmpty && list.title?.text.lowercased().utf8.contains("awesome".utf8) != true
      && rules.contains { $0.rule.id == Rule.noEntries.id }
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
      pending = try lint(source).filter { $0.fix.map { $0.isSafe || includingUnsafe } ?? false }
      if pending.isEmpty { return (source, count) }
      let edits = Self.disjoint(pending.compactMap(\.fix))
      let bytes = edits.flatMap(\.self).applied(to: source.bytes).bytes
      // Nothing is left to fix if the fixes change nothing.
      if bytes == source.bytes { return (source, count) }
      count += edits.count
      source = SourceText(utf8: bytes)
    }
    throw .doesNotConverge(rules: Set(pending.map(\.rule)).sorted())
  }

  /// The edits of fixes that do not clash, the first ones in the text winning.
  private static func disjoint(_ fixes: [Fix]) -> [[Edit]] {
    var taken = DisjointRanges()
    return fixes.map(\.edits).filter { taken.insert($0.map(\.range)) }
  }
}

extension Linter.ActiveRule {
  fileprivate func diagnostics(in context: RuleContext, _ overrides: SectionOverrides) -> [Diagnostic] {
    let found = rule.diagnostics(in: context)
    guard isOverridden || severity == nil || !overrides.isEmpty else { return found }
    return found.compactMap { diagnostic in
      let local = overrides.severity(of: rule.id, at: diagnostic.range.lowerBound)
      guard let severity = local ?? severity else { return nil }
      var diagnostic = diagnostic
      if isOverridden || local != nil { diagnostic.severity = severity }
      return diagnostic
    }
  }
}

extension SourceRange {
  /// Whether an edit of this range changes another one; an insertion at its start does too.
  fileprivate func touches(_ other: SourceRange) -> Bool { overlaps(other) || isEmpty && other.contains(lowerBound) }
}

/// Why a text could not be linted or fixed.
public enum LintingError: Error, Hashable {
  case markdown(MarkdownError)
  /// Fixes keep making new findings: the rules whose fixes were still applied in the last round.
  case doesNotConverge(rules: [String])
}

extension LintingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .markdown(let error): error.description
    case .doesNotConverge(let rules):
      "the fixes of \(rules.joined(separator: ", ")) undo one another; nothing was changed; fix with --ignore for one of them"
    }
  }
}
