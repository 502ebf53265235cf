import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let suppression = Rule(
    id: "suppression",
    summary: "Name existing rules in suppression comments, and remove comments without effect.",
    details: """
      The comments are `awesome-disable`, `awesome-enable`, `awesome-disable-line`, `awesome-disable-next-line` and \
      `awesome-disable-file`, each followed by the ids of rules. Those of awesome-lint are read too. Comments about links are for \
      `check-links`, and never without effect here.
      """,
    rationale: "A comment without effect hides the next mistake.",
    fix: "`--fix` removes comments and names without effect.",
    presets: [.awesome: .warning, .strict: .warning, .minimal: .warning],
    example: .pair(
      "- [jq](https://jqlang.org) - JSON processor.\n\n↓<!-- awesome-enable -->\n",
      "- [jq](https://jqlang.org) - JSON processor.\n\n"),
    vectors: [
      .good("<!-- nothing of ours -->\n\n- [A](https://example.org) - Text.\n"),
      .good("<!--lint disable double-link no-html-->\n\n- [A](https://example.org) - Text.\n"),
      .bad("<!-- awesome-disable ↓entry-lnk -->\n\n- [A](https://example.org) - Text.\n"),
      .bad("<!-- ↓awesome-disable-nextline entry-link -->\n- [A](https://example.org) - Text.\n"),
      .bad("<!--lint ↓off-->\n\n- [A](https://example.org) - Text.\n"),
      .bad("<!--lint ignore ↓awesome-lst-item-->\n\n- [A](https://example.org) - Text.\n"),
      .bad(
        "- [A](https://example.org) - Text.\n\n↓<!-- awesome-enable -->\n",
        fixed: "- [A](https://example.org) - Text.\n\n"),
    ]
  ) { context in
    let comments = context.suppressions.comments
    let unknown = comments.flatMap { comment in
      comment.names.filter { !isKnown($0.text, isForeign: comment.isForeign, context) }.map { unknownName($0, context) }
    }
    let actions = context.suppressions.unknownActions.map { action in
      let advice = action.meant.map { "did you mean `\($0)`?" } ?? "`awesome rules suppression` lists the comments"
      let message = "unknown comment `\(action.word.text)`; \(advice)"
      return context.diagnostic(message, at: action.word.range)
    }
    let idle = context.suppressions.idleComments.sorted().map { position in
      removal(of: comments[position].comment, "comment without effect: no rule is off; remove it", context)
    }
    return unknown + actions + idle + context.unused.map { unused($0, context) }
  }

  /// An id of ours; in comments for awesome-lint also one of its own or of the linters below it.
  private static func isKnown(_ id: String, isForeign: Bool, _ context: RuleContext) -> Bool {
    Rule.named(id) != nil || context.otherRules.contains(id) || RuleAliases.rules(for: id) != nil
      || (isForeign && id.hasPrefix("no-"))
  }

  private static func unknownName(_ name: SuppressionComment.Name, _ context: RuleContext) -> Diagnostic {
    let advice = nearest(to: name.text, among: Rule.names + context.otherRules.sorted()).map { "did you mean `\($0)`?" }
    return context.diagnostic(
      "no rule `\(name.text)`; \(advice ?? "`awesome rules` lists them")", at: name.range)
  }

  private static func unused(_ mention: Suppressions.Mention, _ context: RuleContext) -> Diagnostic {
    let comment = context.suppressions.comments[mention.comment]
    guard let position = mention.name else {
      return removal(of: comment.comment, "comment without effect; remove it", context)
    }
    let names = comment.names
    let name = names[position]
    // With what divides it from the next name, or from the one before the last.
    let range =
      position + 1 < names.count
      ? SourceRange(name.range.lowerBound, names[position + 1].range.lowerBound)
      : SourceRange(names[position - 1].range.upperBound, name.range.upperBound)
    return context.diagnostic(
      "no finding of `\(name.text)` to suppress; remove the name", at: name.range,
      fix: .safe(Edit(range, ""), effects: .structure))
  }

  private static func removal(of comment: HTMLComment, _ message: String, _ context: RuleContext) -> Diagnostic {
    context.diagnostic(
      message, at: comment.range,
      fix: .safe(Edit(removal(of: comment.range, in: context.source), ""), effects: .structure))
  }

  /// A comment, with its line if nothing else is on it.
  private static func removal(of range: SourceRange, in source: SourceText) -> SourceRange {
    let first = source.lineIndex(at: range.lowerBound)
    let last = source.lineIndex(at: max(range.upperBound - 1, 0))
    let (start, end) = (source.line(first).lowerBound, source.line(last).upperBound)
    let before = source.bytes(in: SourceRange(start, range.lowerBound))
    let behind = source.bytes(in: SourceRange(range.upperBound, end))
    // From the comment on: a line may contain thousands of them.
    guard before.last(where: { !$0.isSpaceOrTab }) == nil, behind.allSatisfy(\.isSpaceOrTab) else { return range }
    return SourceRange(start, last + 1 < source.lineCount ? source.lineStarts[last + 1] : end)
  }
}
