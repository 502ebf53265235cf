import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let entrySeparator = Rule(
    id: "entry-separator",
    summary: "Separate link and description with a hyphen between spaces.",
    details: "The guidelines require ` - `; the option `separator` sets another one.",
    rationale: """
      Readers and programs find the description by the separator. One separator in all entries reads better than five.
      """,
    fix: """
      `--fix` replaces other dashes and colons. `--unsafe-fixes` also replaces other characters, and adds a missing \
      separator.
      """,
    presets: [.awesome: .warning, .strict: .error],
    convention: Convention(
      of: "descriptions", "follows a hyphen between spaces", "follow a hyphen between spaces", isReversible: false
    ) { context in
      context.entryTexts.lazy.filter(\.isOnLine).map(\.body)
    },
    options: [.separator],
    aliases: ["awesome-list-item"],
    example: .pair("- [jq](https://jqlang.org)↓ – JSON processor.\n", "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
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
      .good("- [A](https://example.org) 是中文。\n- [B](https://example.org/b), and C.\n"),
      .bad(
        "- [A](https://example.org)↓ -> Text.\n- [B](https://example.org/b)↓ | Some text.\n- [C](https://example.org/c)↓ − Some text.\n- [D](https://example.org/d)↓ >> Some text.\n",
        fixed:
          "- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Some text.\n- [C](https://example.org/c) - Some text.\n- [D](https://example.org/d) - Some text.\n"
      ),
      .bad("- [A](https://example.org)↓Text of it.\n", fixed: "- [A](https://example.org) - Text of it.\n"),
    ]
  ) { context in
    let wanted = context.separator
    let texts = context.entryTexts
    var found: [Diagnostic] = []
    if let note = conventionNote(context) { found.append(note) }
    for position in texts.indices where texts[position].isOnLine {
      guard let separator = texts[position].separator else {
        if let finding = missing(texts[position], wanted: wanted, context) { found.append(finding) }
        continue
      }
      let written = context.source[separator]
      if written == wanted { continue }
      found.append(diagnostic(written, at: separator, wanted: wanted, isSafe: true, context))
    }
    return found
  }

  /// The note that the list's own separator is not the one of the guidelines.
  private static func conventionNote(_ context: RuleContext) -> Diagnostic? {
    guard let own = context.ownSeparator, own.form != " - " else { return nil }
    let first = context.entryTexts.lazy.compactMap(\.separator).first { context.source[$0] == own.form }
    let message =
      "\(own.count) of \(own.total) separators are “\(own.form.visibleBlanks)”, not “ - ”; "
      + "`awesome init` keeps that, `entry-separator: error` reports each of them"
    return first.map { context.diagnostic(message, at: $0, severity: .note) }
  }

  private static func diagnostic(
    _ written: String, at range: SourceRange, wanted: String, isSafe: Bool, _ context: RuleContext
  ) -> Diagnostic {
    let message = "separator “\(written.visibleBlanks)”; write “\(wanted)”"
    return context.diagnostic(message, at: range, fix: Fix(edits: [Edit(range, wanted)], isSafe: isSafe))
  }

  /// Whether words begin a sentence of their own, and do not go on with the one that the link began.
  private static func beginsSentence(_ text: Substring, about entry: Entry) -> Bool {
    let initial = text.first { $0.isLetter || $0.isNumber }
    if let initial, initial.isEastAsianLetter { return !joiningWords.contains(initial) }
    let words = text.split(whereSeparator: \.isWhitespace).drop { !$0.contains { $0.isLetter || $0.isNumber } }
    guard let word = words.first, let first = word.first, words.count > 1 else { return false }
    return first.isUppercase || first.isNumber || ["a", "an", "the"].contains(word) || word == entry.title
  }

  /// The words of Chinese and Japanese that make the name before them a part of the sentence.
  private static let joiningWords = Set("是和与與及或的はがをにのでとやもへ")

  /// Other characters that separate link and description in some lists, between spaces.
  private static let otherMarks: Set<String> = ["|", "~", "/", "//", "=", "=>", ">", "»", "→", "⇒", "➜", "·", "•"]

  /// A description without separator, or after another character; other words there (by whom,
  /// and what else) are none.
  private static func missing(_ text: EntryText, wanted: String, _ context: RuleContext) -> Diagnostic? {
    guard text.entry.shape == .text, let first = text.pieces.first, first.kind == .text else { return nil }
    let words = first.text(in: context.source)
    // Dashes of other kinds, and some other signs, are taken for the first word.
    let isDash = { (character: Character) in
      character.unicodeScalars.allSatisfy(Unicode.Scalar.dashesAndColons.contains)
    }
    let isWord = words.utf8.first.map(\.isASCIILetter) ?? true
    let sign = words.prefix { !isWord && (isDash($0) || "|~/=>*".contains($0)) }
    let rest = words[sign.endIndex...].drop(while: \.isWhitespace)
    guard beginsSentence(rest, about: text.entry) else { return nil }
    let length = words[..<rest.startIndex].utf8.count
    let gap = SourceRange(text.link.upperBound, text.body.lowerBound + (sign.isEmpty ? 0 : length))
    let written = context.source[gap]
    let mark = written.filter { !$0.isWhitespace }
    guard mark.isEmpty else {
      let isKnown = mark == sign || otherMarks.contains(mark)
      guard isKnown, written.first?.isWhitespace == true, written.last?.isWhitespace == true else { return nil }
      return diagnostic(written, at: gap, wanted: wanted, isSafe: mark == sign && sign.allSatisfy(isDash), context)
    }
    // A letter that touches the link may be the end of its word.
    guard written.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }), !gap.isEmpty || rest.first?.isUppercase == true else {
      return nil
    }
    let message = "no separator; write “\(wanted)” between link and description"
    return context.diagnostic(message, at: gap, fix: .unsafe(Edit(gap, wanted)))
  }
}

extension RuleContext {
  /// What divides link and description, with the spaces that belong to it.
  var separator: String {
    if let own = ownSeparator { return own.form }
    let mark = text(.separator) ?? "-"
    return mark == ":" ? ": " : " \(mark) "
  }

  /// The separator of the list's own, where the configuration sets none.
  fileprivate var ownSeparator: Majority<String>.Share? {
    followsConventions && options[.separator] == nil ? conventions.separator : nil
  }
}

extension String {
  /// The text with blanks other than a plain space named, so that a reader sees what is wrong.
  fileprivate var visibleBlanks: String {
    replacing(each: "\r\n", by: "\n").unicodeScalars.map { scalar in
      switch scalar {
      case "\u{A0}": "<no-break space>"
      case "\u{3000}": "<ideographic space>"
      case "\n", "\r": "<newline>"
      case "\t": "<tab>"
      default: String(Character(scalar))
      }
    }.joined()
  }
}
