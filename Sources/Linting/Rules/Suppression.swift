import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let suppression = Rule(
    id: "suppression",
    summary: "Comments that switch rules off name rules, and are needed.",
    rationale: """
      A comment that names no rule protects nothing, and one that outlives its reason hides the next mistake. A comment that is \
      never closed hides all of the list behind it.
      """,
    defaultSeverity: .warning,
    examples: [
      .good("<!-- nothing of ours -->\n\n- [A](https://example.org) - Text.\n"),
      .good("<!--lint disable double-link no-html-->\n\n- [A](https://example.org) - Text.\n"),
      .bad("<!-- awesome-disable ↓entry-lnk -->\n\n- [A](https://example.org) - Text.\n"),
      .bad("<!--lint ignore ↓awesome-lst-item-->\n\n- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org) - Text.\n\n↓<!-- to be done\n\n- [B](https://example.org/b) - Text.\n"),
      .bad(
        "- [A](https://example.org) - Text.\n\n↓<!-- awesome-enable -->\n",
        fixed: "- [A](https://example.org) - Text.\n\n"),
    ]
  ) { context in
    let suppressions = context.suppressions
    let unknown = suppressions.comments.flatMap { comment in
      comment.names.filter { !isKnown($0.text, isForeign: comment.isForeign) }.map { name in
        context.diagnostic("there is no rule `\(name.text)`; `awesome rules` lists them", at: name.range)
      }
    }
    let open = context.list.comments.filter { !$0.isClosed }.map { comment in
      context.diagnostic("the comment is never closed with `-->`; what follows it is hidden", at: comment.range)
    }
    let idle = suppressions.idleComments.union(context.unusedComments).sorted().map { position in
      let comment = suppressions.comments[position]
      let message = comment.action == .enable ? "the comment switches on what is on" : "the comment suppresses nothing"
      let fix = Fix.safe(Edit(removal(of: comment.comment.range, in: context.source), ""))
      return context.diagnostic(message + "; remove it", at: comment.comment.range, fix: fix)
    }
    return unknown + open + idle
  }

  /// An id of ours; in comments for awesome-lint also one of its own or of the linters below it.
  private static func isKnown(_ id: String, isForeign: Bool) -> Bool {
    Rule.named(id) != nil || AwesomeLintIDs.rules(for: id) != nil || (isForeign && id.hasPrefix("no-"))
  }

  /// A comment, with its line where it stands alone.
  private static func removal(of range: SourceRange, in source: SourceText) -> SourceRange {
    let first = source.lineIndex(at: range.lowerBound)
    let last = source.lineIndex(at: max(range.upperBound - 1, 0))
    let before = SourceRange(source.line(first).lowerBound, range.lowerBound)
    let behind = SourceRange(range.upperBound, source.line(last).upperBound)
    let isAlone = (source.bytes(in: before) + source.bytes(in: behind)).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    guard isAlone else { return range }
    return SourceRange(before.lowerBound, last + 1 < source.lineCount ? source.lineStarts[last + 1] : behind.upperBound)
  }
}
