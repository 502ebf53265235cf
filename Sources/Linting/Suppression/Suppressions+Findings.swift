import AwesomeList
import Diagnostics
import Source

extension Suppressions {
  /// The findings that no comment covers, and the comments that cover one.
  func filter(_ diagnostics: [Diagnostic]) -> (kept: [Diagnostic], used: Set<Int>) {
    if spans.isEmpty { return (diagnostics, []) }
    var used: Set<Int> = []
    let kept = diagnostics.filter { diagnostic in
      let covering = spans.filter {
        $0.range.contains(diagnostic.range.lowerBound) && $0.rules?.contains(diagnostic.rule) != false
      }
      used.formUnion(covering.map(\.comment))
      return covering.isEmpty
    }
    return (kept, used)
  }

  /// The comments of ours that covered nothing although all the rules that they name were asked; those for awesome-lint are its business.
  func unused(but used: Set<Int>, among asked: Set<String>) -> Set<Int> {
    let everyRule = Set(Rule.all.filter { $0.defaultSeverity != nil }.map(\.id))
    return Set(
      comments.indices.filter { position in
        let comment = comments[position]
        guard !comment.isForeign, comment.action != .enable, !used.contains(position) else { return false }
        return comment.names.isEmpty
          ? asked.isSuperset(of: everyRule) : comment.names.allSatisfy { asked.contains($0.text) }
      })
  }
}
