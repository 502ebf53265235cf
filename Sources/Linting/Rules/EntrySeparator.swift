import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let entrySeparator = Rule(
    id: "entry-separator",
    summary: "A hyphen between spaces divides an entry's link from its description.",
    rationale: """
      Readers and programs tell name from description by the mark between them, and one mark in all entries reads better than \
      five. The guidelines ask for ` - `. The option `separator` sets another one.
      """,
    defaultSeverity: .error,
    examples: [
      .good("- [A](https://example.org) - Text.\n- [B](https://example.org/b)\n> Text.\n"),
      .good("- [A](https://example.org) [![V](https://example.org/v.svg)](https://example.org/v) - Text.\n"),
      .good("- [A](https://example.org), [B](https://example.org/b)\n- [C](https://example.org/c) (by D)\n"),
      .good("- [A](https://example.org) :rocket: - Text.\n- [B](https://example.org/b) :tada:\n"),
      .good("- [A](https://example.org) - Text: more – and more.\n"),
      .bad(
        "- [A](https://example.org)↓ – Text.\n- [B](https://example.org/b)↓: Text.\n",
        fixed: "- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Text.\n"),
      .bad("- [A](https://example.org)↓ -- Text.\n", fixed: "- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org)↓\u{A0}-\u{A0}Text.\n", fixed: "- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org)↓:- Text.\n", fixed: "- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org)↓- Text.\n", fixed: "- [A](https://example.org) - Text.\n"),
      .bad(
        "- [A](https://example.org) [B](https://example.org/b)↓ — Text.\n",
        fixed: "- [A](https://example.org) [B](https://example.org/b) - Text.\n"),
      .bad("- [A](https://example.org)↓\u{3000}-\u{3000}Text.\n", fixed: "- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org)↓ Text of it.\n", fixed: "- [A](https://example.org) - Text of it.\n"),
      .bad(
        "- [A](https://example.org)↓ a text.\n- [b.c](https://example.org/b)↓ b.c is it.\n",
        fixed: "- [A](https://example.org) - a text.\n- [b.c](https://example.org/b) - b.c is it.\n"),
      .bad("- [A](https://example.org)↓ 中文。\n", fixed: "- [A](https://example.org) - 中文。\n"),
      .good("- [A](https://example.org) is a tool.\n- [B](https://example.org/b) and more.\n"),
    ]
  ) { context in
    let wanted = context.settings.separator == ":" ? ": " : " \(context.settings.separator) "
    let texts = context.entryTexts
    var found: [Diagnostic] = []
    for position in texts.indices where texts[position].isOnLine {
      guard let separator = texts[position].separator else {
        if let finding = missing(texts[position], wanted: wanted, context) { found.append(finding) }
        continue
      }
      // Most are as they should be, byte for byte.
      if context.source.holds(wanted, at: separator) { continue }
      let written = context.source[separator]
      if written == wanted { continue }
      let message = "“\(written.visibleBlanks)” divides link and description; write “\(wanted)”"
      found.append(context.diagnostic(message, at: separator, fix: .safe(Edit(separator, wanted))))
    }
    return found
  }

  /// Whether words begin a sentence of their own, and do not go on with the one that the link began.
  private static func beginsSentence(_ text: String, about entry: Entry) -> Bool {
    if text.first(where: { $0.isLetter || $0.isNumber })?.isEastAsianLetter == true { return true }
    let words = text.split(whereSeparator: \.isWhitespace).drop { !$0.contains { $0.isLetter || $0.isNumber } }
    guard let word = words.first, let first = word.first, words.count > 1 else { return false }
    return first.isUppercase || first.isNumber || ["a", "an", "the"].contains(word) || word == entry.title
  }

  /// A description that follows the link with nothing but a blank; other words there (by whom, and what else) are none.
  private static func missing(_ text: EntryText, wanted: String, _ context: RuleContext) -> Diagnostic? {
    let gap = SourceRange(text.link.upperBound, text.body.lowerBound)
    guard text.entry.shape == .text, !gap.isEmpty, context.source[gap].allSatisfy({ $0 == " " }),
      let first = text.pieces.first, first.kind == .text,
      beginsSentence(first.text(in: context.source), about: text.entry)
    else { return nil }
    let message = "nothing divides link and description; write “\(wanted)” between them"
    return context.diagnostic(message, at: gap, fix: .unsafe(Edit(gap, wanted)))
  }
}

extension String {
  /// The text with blanks other than a plain space named, so that a reader sees what is wrong.
  fileprivate var visibleBlanks: String {
    replacing("\r\n", with: "\n").unicodeScalars.map { scalar in
      switch scalar {
      case "\u{A0}": "<no-break space>"
      case "\u{3000}": "<ideographic space>"
      case "\n", "\r": "<line end>"
      case "\t": "<tab>"
      default: String(Character(scalar))
      }
    }.joined()
  }
}
