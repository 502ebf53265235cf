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
  private let linkRules: Set<String>

  /// A linter for some rules.
  ///
  /// - Parameters:
  ///   - preset: the rules that are on, with their severities.
  ///   - severities: what replaces these severities by rule id; nil there switches a rule off.
  ///   - options: what is set for every rule that has such an option.
  ///   - ruleOptions: what is set for single rules by their ids, over that.
  ///   - sections: what replaces severities in some sections, the later over the earlier.
  ///   - baseline: an older version of the text, whose findings are left out; nil to report all.
  ///   - linkRules: the ids of rules that another command runs on links: comments may be for their findings.
  public init(
    rules: [Rule] = Rule.all, preset: Preset = .awesome, severities: [String: Severity?] = [:],
    options: RuleOptions = RuleOptions(), ruleOptions: [String: RuleOptions] = [:], sections: [SectionOverride] = [],
    baseline: SourceText? = nil, linkRules: Set<String> = []
  ) {
    self.preset = preset
    self.options = options
    self.ruleOptions = ruleOptions
    self.sections = sections
    self.baseline = baseline
    self.linkRules = linkRules
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
    guard let baseline else { return allFindings(in: indexed, environment).diagnostics }
    // A change is checked against the conventions of the list that it changes.
    let old = (try? List(baseline)).map { allFindings(in: IndexedList($0), environment) }
    let found = allFindings(in: indexed, environment, usual: old).diagnostics
    return found.isEmpty
      ? [] : NewFindings(of: indexed.list, since: baseline, with: old?.diagnostics ?? []).filter(found)
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

  /// The findings of all rules in a list.
  private struct Findings {
    let diagnostics: [Diagnostic]
    /// The list's own forms.
    let conventions: Conventions
    /// How the list takes to each rule that has a convention, by the rule's id.
    let standards: [String: Convention.Standard]
  }

  /// The findings that are for people to mend, with the fixes that may be applied.
  ///
  /// Front matter is another program's, and no side of a conflict is the text yet: both are for people to mend.
  private static func forPeople(_ all: [Diagnostic], in document: Document) -> [Diagnostic] {
    // What a tool writes anew is its business.
    let generated = ManagedRegions(document).generated
    let found =
      generated.isEmpty ? all : all.filter { diagnostic in !generated.contains { $0.contains(diagnostic.range) } }
    let isInConflict = !document.conflictMarkers.isEmpty
    guard isInConflict || document.frontMatter != nil else { return found }
    return found.map { diagnostic in
      guard let edits = diagnostic.fix?.edits else { return diagnostic }
      let isInFrontMatter = document.frontMatter.map { front in edits.contains { $0.range.touches(front) } } ?? false
      var diagnostic = diagnostic
      if isInConflict || isInFrontMatter { diagnostic.fix = nil }
      return diagnostic
    }
  }

  /// - Parameter usual: the findings in the list whose conventions count; the list's own unless given.
  private func allFindings(
    in indexed: IndexedList, _ environment: ListEnvironment, usual: Findings? = nil
  ) -> Findings {
    let (list, lazyIndex, text) = (indexed.list, indexed.index, indexed.textFindings)
    let isLarge = list.document.source.bytes.count >= Self.largeSize
    // The parts that most rules need come first, on all cores: a rule that waits for them would keep a core idle.
    if isLarge { ([{ _ = lazyIndex.value }, { _ = text.value }] as [@Sendable () -> Void]).runAtOnce() }
    let index = lazyIndex.value
    if isLarge { index.prepare() }
    let rules = isProse(list) ? rules.filter { !Rule.aboutWholeLists.contains($0.rule.id) } : rules
    let conventions = usual?.conventions ?? Conventions(index)
    let suppressions = Suppressions(list, aliases: RuleAliases.rules)
    let overrides = SectionOverrides(sections, in: list)
    @Sendable func findings(_ active: ActiveRule, unused: Set<Suppressions.Mention> = []) -> RuleFindings {
      let context = RuleContext(
        index: index, source: list.document.source, textFindings: text, conventions: conventions, rule: active.rule.id,
        preset: preset,
        options: ruleOptions[active.rule.id].map(options.merging) ?? options, environment: environment,
        suppressions: suppressions,
        suppressed: Lazy { suppressions.ranges(of: active.rule.id) }, unused: unused, otherRules: linkRules,
        severity: active.severity ?? .warning,
        isLaw: active.isOverridden)
      return active.findings(in: context, overrides, usual?.standards)
    }
    // The rule about comments runs last: it has to know which comments were needed, also for its own findings.
    let isLast = { (active: ActiveRule) in active.rule.id == Rule.suppression.id }
    let others = rules.filter { !isLast($0) }
    let results = isLarge ? others.parallelMap { findings($0) } : others.map { findings($0) }
    let used = Dictionary(
      zip(others, results).compactMap { active, found in found.standard.map { (active.rule.id, $0) } },
      uniquingKeysWith: { $1 })
    let found = suppressions.filter(results.flatMap(\.shown))
    guard let last = rules.first(where: isLast) else {
      return Findings(
        diagnostics: Self.forPeople(found.kept.sorted(), in: list.document), conventions: conventions,
        standards: used)
    }
    let own = suppressions.disabledRanges.isEmpty ? [] : suppressions.filter(findings(last).shown).used
    // A comment is needed too where the list's convention alone keeps a rule silent.
    let silent = suppressions.filter(results.flatMap(\.silent)).used
    let needed = found.used.union(own).union(silent).union(mentionsForLinks(in: list, suppressions))
    let unused = suppressions.unused(but: needed, among: Set(rules.map(\.rule.id))) {
      findings(last, unused: $0).shown
    }
    let comments = suppressions.filter(findings(last, unused: unused).shown, without: unused).kept
    return Findings(
      diagnostics: Self.forPeople((found.kept + comments).sorted(), in: list.document),
      conventions: conventions, standards: used)
  }

  /// The comments about all rules that may cover a finding of another command, since they cover a link.
  private func mentionsForLinks(in list: List, _ suppressions: Suppressions) -> Set<Suppressions.Mention> {
    // One rule is as good as another, and nothing is said about comments that name them.
    guard let rule = linkRules.min(), suppressions.disabledRanges.contains(where: { $0.rule == nil }) else { return [] }
    let possible = list.links.map { link in
      Diagnostic(rule: rule, severity: .note, message: "", range: link.addressRange ?? link.range)
    }
    return suppressions.filter(possible).used
  }

  /// Whether a text has nothing of a list, which `no-entries` reports: what a list should have besides is not missing in it.
  private func isProse(_ list: List) -> Bool {
    list.entries.isEmpty && list.title?.text.lowercased().utf8.contains("awesome".utf8) != true
      && rules.contains { $0.rule.id == Rule.noEntries.id }
  }

  /// A text with its findings fixed, how many fixes were applied, and the rules of the safe fixes that were dropped because they would
  /// change more than they say.
  ///
  /// Safe fixes are applied, others only when `includingUnsafe`. Fixes that overlap wait for the next round.
  public func fix(
    _ source: SourceText, includingUnsafe: Bool = false
  ) throws(LintingError) -> (source: SourceText, fixCount: Int, droppedRules: [String]) {
    var fixing = Fixing(source)
    var pending: [Diagnostic] = []
    for _ in 0..<Self.maximumRounds {
      let list: List
      do { list = try List(fixing.source) } catch { throw .markdown(error) }
      pending = fixing.pending(lint(list), includingUnsafe: includingUnsafe)
      if pending.isEmpty || !fixing.apply(pending, to: list.document) {
        return (fixing.source, fixing.fixCount, fixing.droppedRules)
      }
    }
    throw .doesNotConverge(rules: Set(pending.map(\.rule)).sorted())
  }
}

/// What one rule finds in a list.
private struct RuleFindings {
  let shown: [Diagnostic]
  /// What the rule would report if the list's own form did not count.
  var silent: [Diagnostic] = []
  /// How the list takes to the rule; nil for a rule without a convention, and where the configuration decides.
  var standard: Convention.Standard?
}

extension Linter.ActiveRule {
  fileprivate func findings(
    in context: RuleContext, _ overrides: SectionOverrides, _ standards: [String: Convention.Standard]?
  ) -> RuleFindings {
    let found = rule.diagnostics(in: context)
    let usual = usualFindings(found, in: context, standards)
    guard isOverridden || severity == nil || !overrides.isEmpty else { return usual }
    // What the configuration sets for a section is law there.
    let law = found.compactMap { overridden($0, by: overrides.severity(of: rule.id, at: $0.range.lowerBound)) }
    let rest = usual.shown.filter { overrides.severity(of: rule.id, at: $0.range.lowerBound) == nil }
    let shown = severity == nil ? [] : rest.map { isOverridden ? $0.with(severity ?? .warning) : $0 }
    return RuleFindings(shown: law + shown, silent: usual.silent, standard: usual.standard)
  }

  /// The finding with the severity of its section; nil where the section sets none, or switches the rule off.
  private func overridden(_ diagnostic: Diagnostic, by local: Severity??) -> Diagnostic? {
    guard let local, let severity = local else { return nil }
    return diagnostic.with(severity)
  }

  /// The findings as the list's own form has them, unless the configuration or the preset sets another one.
  private func usualFindings(
    _ found: [Diagnostic], in context: RuleContext, _ standards: [String: Convention.Standard]?
  ) -> RuleFindings {
    guard let convention = rule.convention, context.followsConventions, !context.options.setForm(of: rule)
    else { return RuleFindings(shown: found) }
    let places = Lazy { convention.places(context) }
    let standard =
      standards?[rule.id]
      ?? (found.isEmpty ? .followed : .init(findings: found.count { $0.severity > .note }, places: places.value.count))
    let shown = convention.findings(found, by: standard, in: context) { places.value }
    return RuleFindings(shown: shown, silent: found, standard: standard)
  }
}

extension Diagnostic {
  fileprivate func with(_ severity: Severity) -> Diagnostic {
    var changed = self
    changed.severity = severity
    return changed
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
