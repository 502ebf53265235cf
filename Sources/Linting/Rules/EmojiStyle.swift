import AwesomeList
import Diagnostics
import Markdown
import Source
import TextRepair

extension Rule {
  static let emojiStyle = Rule(
    id: "emoji-style",
    summary: "Emoji are written in one way, and are shown as emoji.",
    rationale: """
      Some signs are emoji only when U+FE0F follows them; without it each device chooses. Shortcodes such as `:rocket:` work on \
      GitHub only. Both are a matter of taste, so the rule is off by default; the fix moves anchors of headings.
      """,
    defaultSeverity: nil,
    examples: [
      .good("## Tools ⚒️\n\n- [A](https://example.org) - Text `:rocket:`.\n"),
      .good("## Start 🚀\n\n- [A](https://example.org) - At 10:30:00 sharp.\n"),
      .bad(
        "## Tools ↓⚒\n\n- [A](https://example.org) - Text.\n",
        fixed: "## Tools ⚒️\n\n- [A](https://example.org) - Text.\n"),
      .bad("## Start ↓:rocket:\n\n- [A](https://example.org) - Text 🚀.\n"),
    ]
  ) { context in
    let bare = context.text.problems(.missingVariationSelector).map { problem in
      context.diagnostic(problem.message, at: problem.range, fix: problem.fix.map { .unsafe(Edit(problem.range, $0)) })
    }
    return bare + shortcodes(context)
  }

  /// Shortcodes in a text that has emoji as well.
  private static func shortcodes(_ context: RuleContext) -> [Diagnostic] {
    let texts = context.document.allInlines.filter { $0.kind == .text }
    let hasEmoji = texts.contains { $0.text.unicodeScalars.contains(where: \.properties.isEmojiPresentation) }
    guard hasEmoji else { return [] }
    return texts.flatMap { inline -> [Diagnostic] in
      guard let range = inline.range else { return [] }
      let source = context.source[range]
      return source.matches(of: /:[a-z0-9_+\-]*[a-z][a-z0-9_+\-]*:/).compactMap { match in
        guard !source[..<match.startIndex].hasSuffix(where: \.isAlphanumeric),
          !source[match.endIndex...].hasPrefix(where: \.isAlphanumeric)
        else { return nil }
        let start = range.lowerBound + source[..<match.startIndex].utf8.count
        let place = SourceRange(start, start + match.output.utf8.count)
        return context.diagnostic("shortcode \(match.output) in a list that has emoji; write the emoji", at: place)
      }
    }
  }
}

extension Character {
  fileprivate var isAlphanumeric: Bool { isLetter || isNumber }
}

extension Substring {
  fileprivate func hasSuffix(where predicate: (Character) -> Bool) -> Bool { last.map(predicate) ?? false }
  fileprivate func hasPrefix(where predicate: (Character) -> Bool) -> Bool { first.map(predicate) ?? false }
}
