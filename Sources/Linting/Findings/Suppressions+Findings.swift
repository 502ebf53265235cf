import AwesomeList
import Diagnostics
import Source

extension Suppressions {
  /// The findings that no comment covers, and the comments and names that cover one; those that are left out cover none.
  func filter(
    _ diagnostics: [Diagnostic], without omitted: Set<Mention> = []
  ) -> (kept: [Diagnostic], used: Set<Mention>) {
    let disabled = Dictionary(grouping: disabledRanges.filter { !$0.isBegun(by: omitted) }, by: \.rule)
    if disabled.isEmpty { return (diagnostics, []) }
    // By rule and in the order of the text: a hostile list has as many comments as findings.
    let offsets = Dictionary(grouping: diagnostics, by: \.rule).mapValues { $0.map(\.range.lowerBound).sorted() }
    var used: Set<Mention> = []
    var covered: [String: [SourceRange]] = [:]
    for (rule, offsets) in offsets {
      var ranges: [SourceRange] = []
      for candidate in (disabled[rule] ?? []) + (disabled[nil] ?? []) {
        guard let range = range(of: rule, in: candidate) else { continue }
        let first = offsets.partitioningIndex { $0 >= range.lowerBound }
        guard first < offsets.count, offsets[first] < range.upperBound else { continue }
        used.insert(candidate.mention)
        ranges.append(range)
      }
      covered[rule] = ranges.union
    }
    let kept = diagnostics.filter { covered[$0.rule]?.hold($0.range.lowerBound) != true }
    return (kept, used)
  }

  /// The comments of ours, and the names in them, that covered nothing although the rules they mean were asked; those for awesome-lint are
  /// its business.
  ///
  /// - Parameter diagnostics: the findings about comments that are not needed. A comment that names their rule is needed where it covers
  ///   one of these; one that names no rule is not, or else each would need the next.
  func unused(
    but used: Set<Mention>, among asked: Set<String>, diagnostics: (Set<Mention>) -> [Diagnostic]
  ) -> Set<Mention> {
    let unused = unused(but: used, among: asked)
    if unused.isEmpty { return [] }
    let named = filter(diagnostics(unused)).used.filter { $0.name != nil }
    return named.isEmpty ? unused : self.unused(but: used.union(named), among: asked)
  }

  private func unused(but used: Set<Mention>, among asked: Set<String>) -> Set<Mention> {
    let everyRule = Set(Rule.all.filter { $0.defaultSeverity != nil }.map(\.id))
    var unused: Set<Mention> = []
    for (position, comment) in comments.enumerated() where !comment.isForeign && comment.action != .enable {
      let whole = Mention(comment: position)
      if comment.names.isEmpty {
        if !used.contains(whole), asked.isSuperset(of: everyRule) { unused.insert(whole) }
        continue
      }
      let names = comment.names.indices.map { Mention(comment: position, name: $0) }
      let idle = zip(names, comment.names).filter { !used.contains($0) && Self.isAsked($1.text, among: asked) }.map(\.0)
      unused.formUnion(idle.count == names.count ? [whole] : idle)
    }
    return unused
  }

  /// Whether a rule was asked, or of a family all the rules that usually are.
  private static func isAsked(_ name: String, among asked: Set<String>) -> Bool {
    guard let family = RuleFamily.named(name) else { return asked.contains(name) }
    return family.usualRules.allSatisfy { asked.contains($0.id) }
  }
}

extension Suppressions.DisabledRange {
  /// Whether it is begun by one of some comments, or by one of some names.
  fileprivate func isBegun(by mentions: Set<Suppressions.Mention>) -> Bool {
    mentions.contains(mention) || mentions.contains(Suppressions.Mention(comment: mention.comment))
  }
}

extension [SourceRange] {
  /// Whether an offset is in one of these, which are in order and share no byte.
  func hold(_ offset: Int) -> Bool {
    let next = partitioningIndex { $0.lowerBound > offset }
    return next > 0 && self[next - 1].contains(offset)
  }
}
