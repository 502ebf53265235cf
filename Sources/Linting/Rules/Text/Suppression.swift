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
    presets: [.awesome: .warning, .minimal: .warning],
    examples: [
      .good("<!-- nothing of ours -->\n\n- [A](https://example.org) - Text.\n"),
      .good("<!--lint disable double-link no-html-->\n\n- [A](https://example.org) - Text.\n"),
      .bad("<!-- awesome-disable ↓entry-lnk -->\n\n- [A](https://example.org) - Text.\n"),
      .bad("<!-- ↓awesome-disable-nextline entry-link -->\n- [A](https://example.org) - Text.\n"),
      .bad("<!--lint ↓off-->\n\n- [A](https://example.org) - Text.\n"),
      .bad("<!--lint ignore ↓awesome-lst-item-->\n\n- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org) - Text.\n\n↓<!-- to be done\n\n- [B](https://example.org/b) - Text.\n"),
      .bad(
        "- [A](https://example.org) - Text.\n\n↓<!-- awesome-enable -->\n",
        fixed: "- [A](https://example.org) - Text.\n\n"),
    ]
  ) { context in
    let comments = context.suppressions.comments
    let unknown = comments.flatMap { comment in
      comment.names.filter { !isKnown($0.text, isForeign: comment.isForeign) }.map { unknownName($0, context) }
    }
    let actions = context.suppressions.unknownActions.map { action in
      let advice = action.meant.map { "did you mean `\($0)`?" } ?? "the README of awesome names what there is"
      let message = "the comment does nothing: there is no `\(action.word.text)`; \(advice)"
      return context.diagnostic(message, at: action.word.range)
    }
    let open = context.list.comments.filter { !$0.isClosed }.map { comment in
      context.diagnostic("the comment is never closed with `-->`; what follows it is hidden", at: comment.range)
    }
    let idle = context.suppressions.idleComments.sorted().map { position in
      removal(of: comments[position].comment, "the comment switches on what is on; remove it", context)
    }
    return unknown + actions + open + idle + context.unused.map { unused($0, context) }
  }

  /// An id of ours; in comments for awesome-lint also one of its own or of the linters below it.
  private static func isKnown(_ id: String, isForeign: Bool) -> Bool {
    Rule.named(id) != nil || RuleAliases.rules(for: id) != nil || (isForeign && id.hasPrefix("no-"))
  }

  private static func unknownName(_ name: SuppressionComment.Name, _ context: RuleContext) -> Diagnostic {
    let advice = nearest(to: name.text, among: Rule.names).map { "did you mean `\($0)`?" }
    return context.diagnostic(
      "there is no rule `\(name.text)`; \(advice ?? "`awesome rules` lists them")", at: name.range)
  }

  private static func unused(_ mention: Suppressions.Mention, _ context: RuleContext) -> Diagnostic {
    let comment = context.suppressions.comments[mention.comment]
    guard let position = mention.name else {
      return removal(of: comment.comment, "the comment suppresses nothing; remove it", context)
    }
    let names = comment.names
    let name = names[position]
    // With what divides it from the next name, or from the one before the last.
    let range =
      position + 1 < names.count
      ? SourceRange(name.range.lowerBound, names[position + 1].range.lowerBound)
      : SourceRange(names[position - 1].range.upperBound, name.range.upperBound)
    return context.diagnostic(
      "the comment suppresses nothing of `\(name.text)`; remove the name", at: name.range, fix: .safe(Edit(range, "")))
  }

  private static func removal(of comment: HTMLComment, _ message: String, _ context: RuleContext) -> Diagnostic {
    context.diagnostic(message, at: comment.range, fix: .safe(Edit(removal(of: comment.range, in: context.source), "")))
  }

  /// A comment, with its line where it stands alone.
  private static func removal(of range: SourceRange, in source: SourceText) -> SourceRange {
    let first = source.lineIndex(at: range.lowerBound)
    let last = source.lineIndex(at: max(range.upperBound - 1, 0))
    let (start, end) = (source.line(first).lowerBound, source.line(last).upperBound)
    let before = source.bytes(in: SourceRange(start, range.lowerBound))
    let behind = source.bytes(in: SourceRange(range.upperBound, end))
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    // From the comment on: a line may hold thousands of them.
    guard before.last(where: { !isBlank($0) }) == nil, behind.allSatisfy(isBlank) else { return range }
    return SourceRange(start, last + 1 < source.lineCount ? source.lineStarts[last + 1] : end)
  }
}
