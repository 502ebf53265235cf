import AwesomeList
import Diagnostics
import Markdown
import Source
import TextRepair

extension Rule {
  static let emojiStyle = Rule(
    id: "emoji-style",
    summary: "Write emoji in one way.",
    details: """
      Reported are emoji without U+FE0F in a list that also has them with it, and shortcodes such as `:rocket:` where \
      most emoji are characters.
      """,
    rationale: """
      Without U+FE0F each device chooses how to show some characters, so the same emoji looks different in two places. \
      Shortcodes work only on GitHub.
      """,
    fix: "`--unsafe-fixes` adds U+FE0F and replaces shortcodes; anchors of headings change with it.",
    presets: [.awesome: .warning, .strict: .warning],
    example: .pair(
      "## Launchers ↓:rocket:\n\n- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder 🔍 🎉.\n",
      "## Launchers 🚀\n\n- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder 🔍 🎉.\n"),
    vectors: [
      .good("## Tools ⚒\n\n- [A](https://example.org) - Text `:rocket:`.\n"),
      .good("## Start 🚀\n\n- [A](https://example.org) - At 10:30:00 sharp std::path::Path a:b:c.\n"),
      .good("## Start :rocket:\n\n- [A](https://example.org) - Text :tada: :bulb: :book: :link: :star: :fire:, 🚀.\n"),
      .bad(
        "## Tools ↓⚒\n\n- [A](https://example.org) - Text ⚒️.\n",
        fixed: "## Tools ⚒️\n\n- [A](https://example.org) - Text ⚒️.\n"),
      .good("## Start 🚀\n\n- [A](https://example.org) - In the :path: of :octocat:.\n"),
      .bad(
        "## Start ↓:rocket:\n\n- [A](https://example.org) - Text 🚀 🎉.\n",
        fixed: "## Start 🚀\n\n- [A](https://example.org) - Text 🚀 🎉.\n"),
    ]
  ) { context in
    let problems = context.text.problems(.missingVariationSelector)
    let selected = problems.isEmpty ? [] : context.source.selectedEmoji
    let bare = problems.filter { problem in
      context.source[problem.range].unicodeScalars.first.map(selected.contains) ?? false
    }
    return bare.map { problem in
      context.diagnostic(problem.message, at: problem.range, fix: problem.fix.map { .unsafe(Edit(problem.range, $0)) })
    } + shortcodes(context)
  }

  /// The shortcodes of a list that has more emoji than these.
  private static func shortcodes(_ context: RuleContext) -> [Diagnostic] {
    let (texts, source) = (context.index.texts, context.source)
    let found = texts.holding(.colon).flatMap { source.shortcodes(in: $0) }
    guard !found.isEmpty, found.count < texts.holding(.picture).reduce(0, { $0 + source.emojiCount(in: $1) }) else {
      return []
    }
    return found.map { place in
      let shortcode = context.source[place]
      let emoji = Shortcodes.shared.emoji(named: shortcode.utf8.filter { $0 != UInt8(ascii: ":") })
      return context.diagnostic(
        "shortcode among emoji; write “\(emoji ?? "the emoji")”", at: place,
        fix: emoji.map { .unsafe(Edit(place, $0)) })
    }
  }
}

extension SourceText {
  /// The characters that U+FE0F follows somewhere.
  fileprivate var selectedEmoji: Set<Unicode.Scalar> {
    var result: Set<Unicode.Scalar> = []
    var index = 0
    while let found = firstIndex(of: 0xEF, in: SourceRange(index, bytes.count)) {
      index = found + 1
      guard bytes[found...].starts(with: [0xEF, 0xB8, 0x8F]) else { continue }
      if let scalar = self[SourceRange(max(found - 4, 0), found)].unicodeScalars.last { result.insert(scalar) }
    }
    return result
  }

  /// How many characters are shown as emoji; all of these take four bytes.
  fileprivate func emojiCount(in range: SourceRange) -> Int {
    self[range].unicodeScalars.count { $0.value > 0x2000 && $0.properties.isEmojiPresentation }
  }

  /// The emoji in a text that are written as shortcodes: letters between colons, not within a word.
  fileprivate func shortcodes(in range: SourceRange) -> [SourceRange] {
    var result: [SourceRange] = []
    var start = range.lowerBound
    while let open = firstIndex(of: UInt8(ascii: ":"), in: SourceRange(start, range.upperBound)) {
      let name = bytes[(open + 1)..<range.upperBound].prefix(while: Self.isShortcodeCharacter)
      start = max(open + 1, name.endIndex)
      guard name.endIndex < range.upperBound, bytes[name.endIndex] == UInt8(ascii: ":"),
        name.contains(where: \.isASCIILowercase),
        open == range.lowerBound || !bytes[open - 1].isWordByte,
        name.endIndex + 1 == range.upperBound || !bytes[name.endIndex + 1].isWordByte,
        Shortcodes.shared.emoji(named: name) != nil
      else { continue }
      result.append(SourceRange(open, name.endIndex + 1))
      start = name.endIndex + 1
    }
    return result
  }

  private static func isShortcodeCharacter(_ byte: UInt8) -> Bool {
    byte.isASCIILowercase || byte.isASCIIDigit || "_+-".utf8.contains(byte)
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    self >= 0x80 || self == UInt8(ascii: ":") || isASCIIAlphanumeric
  }
}
