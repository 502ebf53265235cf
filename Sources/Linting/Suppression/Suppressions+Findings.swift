import AwesomeList
import Diagnostics
import Source

extension Suppressions {
  /// The findings that no comment covers, and the comments and names that cover one; those that are left out cover none.
  func filter(
    _ diagnostics: [Diagnostic], without omitted: Set<Mention> = []
  ) -> (kept: [Diagnostic], used: Set<Mention>) {
    let spans = spans.filter { span in
      !omitted.contains(span.mention) && !omitted.contains(Mention(comment: span.mention.comment))
    }
    if spans.isEmpty { return (diagnostics, []) }
    // By rule and in the order of the text: a hostile list has as many comments as findings.
    let offsets = Dictionary(grouping: diagnostics, by: \.rule).mapValues { $0.map(\.range.lowerBound).sorted() }
    let rules = Array(offsets.keys)
    var used: Set<Mention> = []
    var covering: [String: [SourceRange]] = [:]
    for span in spans {
      for rule in span.rules ?? rules where !span.exceptions.contains(rule) {
        guard let offsets = offsets[rule] else { continue }
        let first = offsets.partitioningIndex { $0 >= span.range.lowerBound }
        guard first < offsets.count, offsets[first] < span.range.upperBound else { continue }
        used.insert(span.mention)
        covering[rule, default: []].append(span.range)
      }
    }
    let covered = covering.mapValues(\.union)
    let kept = diagnostics.filter { diagnostic in
      guard let ranges = covered[diagnostic.rule] else { return true }
      let next = ranges.partitioningIndex { $0.lowerBound > diagnostic.range.lowerBound }
      return next == 0 || !ranges[next - 1].contains(diagnostic.range.lowerBound)
    }
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

extension [SourceRange] {
  /// The ranges in the order of the text, those that share a byte as one.
  fileprivate var union: [SourceRange] {
    var result: [SourceRange] = []
    for range in sorted() {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] = last.union(range)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
