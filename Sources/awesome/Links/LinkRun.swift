import AwesomeList
import Diagnostics
import Source

/// The lists of a run, and what is known of each.
struct LinkRun {
  let files: [ListFile]
  /// The lines that are new; nil where all are checked.
  let lines: LinesSince?
  /// What is wrong where patterns leave no link.
  var empty: EmptySelection?
  /// The links that were not requested, since they have been fine for long.
  var freshCount = 0
  /// What the nights before make of the findings; nil where each counts.
  var history: LinkFindings?

  /// Notes about the comments of a file that a change adds, and that exclude links or hide their findings.
  func newComments(in index: Int) -> [Diagnostic] {
    guard let lines else { return [] }
    let (list, source) = (files[index].list, files[index].source)
    let hiding = Suppressions(list).comments.filter { comment in
      comment.action != .enable && (comment.names.isEmpty || comment.names.contains { LinkRules.ids.contains($0.text) })
    }
    let comments =
      IgnoredLinks(in: list).comments.map { ($0.range, "excludes links") }
      + hiding.filter { !$0.isForeign }.map { ($0.comment.range, "hides findings") }
    return comments.compactMap { range, effect in
      guard lines.isNew(line: source.location(of: range.lowerBound).line, of: index) else { return nil }
      return Diagnostic(
        rule: "suppression", severity: .note, message: "this change adds a comment that \(effect)", range: range)
    }
  }
}
