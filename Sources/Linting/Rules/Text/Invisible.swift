import Diagnostics
import Source
import TextRepair

extension Rule {
  static let invisible = Rule(
    id: "invisible",
    summary: "Remove invisible characters.",
    details: """
      Joiners that emoji and scripts need are left alone. Newlines that differ from the rest of the file are reported \
      too. Code is checked for direction controls.
      """,
    rationale: """
      Characters that nobody sees break links, searches and anchors. Direction controls can hide what a line does.
      """,
    fix: """
      `--fix` replaces no-break spaces that break Markdown, byte order marks and differing newlines. `--unsafe-fixes` \
      also removes zero-width characters.
      """,
    presets: [.awesome: .warning, .strict: .error, .minimal: .error],
    example: .pair(
      "- [jq](https://jqlang.org) - JSON pro↓\u{200B}cessor.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("- [A](https://example.org) - می‌خواهم 👩‍🔬.\n"),
      .bad(
        "##↓\u{A0}Tools\n\n- [A](https://example.org) - Text.\n",
        fixed: "## Tools\n\n- [A](https://example.org) - Text.\n"),
      .good(
        "- [A](https://example.org) - Un cerf\u{A0}: «\u{A0}il vole\u{A0}»\u{202F}! Il pèse 10\u{A0}000\u{A0}g, voir §\u{A0}5.\n"
      ),
      .good("- [A](https://example.org) - Текст\u{A0}— это т.\u{A0}е. текст, J.\u{A0}Doe.\n"),
      .good("- [A](https://example.org) - Your brand\u{202F}→\u{202F}here\u{A0}🚀.\n"),
      .bad("- [A](https://example.org) - Some↓\u{A0}text.\n"),
      .bad("- [A](https://example.org) - Te↓\u{200B}xt.\n", fixed: "- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org/↓\u{200B}) - Text.\n"),
      .bad("- [A](https://example.org) - Text ↓\u{202E}txet.\n"),
      .bad("- [A](https://example.org) - Text `a↓\u{202E}b`.\n"),
    ]
  ) { context in
    var result: [Diagnostic] = []
    for problem in context.text.problems {
      switch problem.kind {
      case .noBreakSpace:
        let fix = problem.fix.map { Fix.safe(Edit(problem.range, $0), effects: [.structure, .anchors]) }
        if fix == nil, context.source.isTypographicSpace(problem.range) { continue }
        result.append(
          context.diagnostic(problem.message, at: problem.range, severity: fix == nil ? .warning : nil, fix: fix))
      case .byteOrderMark:
        let fix = Fix.safe(Edit(SourceRange(problem.range.lowerBound, end(ofMarksAt: problem.range, context)), ""))
        result.append(context.diagnostic(problem.message, at: problem.range, severity: .warning, fix: fix))
      // Programs that join files leave it; replacement-char reports it.
      case .zeroWidth where problem.isMisplacedMark: continue
      case .zeroWidth:
        let fix = problem.fix.map { Fix.unsafe(Edit(problem.range, $0)) }
        // In an address it makes the link fail.
        let severity: Severity = fix == nil ? .error : .warning
        result.append(context.diagnostic(problem.message, at: problem.range, severity: severity, fix: fix))
      case .unbalancedDirection, .hiddenDirection, .control:
        result.append(context.diagnostic(problem.message, at: problem.range, severity: .error))
      default: continue
      }
    }
    return result + lineEnds(context)
  }

  /// Where the byte order marks end of which programs have put one before the other.
  private static func end(ofMarksAt first: SourceRange, _ context: RuleContext) -> Int {
    context.source.bytes[first.upperBound...].droppingByteOrderMarks.startIndex
  }

  /// One finding for all newlines that differ, because a file has them by the hundred.
  private static func lineEnds(_ context: RuleContext) -> [Diagnostic] {
    let problems = context.text.problems(.mixedLineEnds)
    guard let first = problems.first else { return [] }
    let edits = problems.map { Edit($0.range, $0.fix ?? "\n") }
    let message = "\(counted(problems.count, "newline")) unlike the others of the file; end all lines with LF"
    return [
      context.diagnostic(message, at: first.range, severity: .warning, fix: Fix(edits: edits, isSafe: true))
    ]
  }
}

extension SourceText {
  /// Whether a no-break space is where typography wants one: inside French quotes, before French punctuation and dashes, in numbers and
  /// before their units, beside an arrow or emoji, after a section sign, an initial or another abbreviation of one letter.
  fileprivate func isTypographicSpace(_ range: SourceRange) -> Bool {
    let line = line(lineIndex(at: range.lowerBound))
    let before = self[SourceRange(max(line.lowerBound, range.lowerBound - Self.window), range.lowerBound)]
      .unicodeScalars
    let behind = self[SourceRange(range.upperBound, min(line.upperBound, range.upperBound + Self.window))]
      .unicodeScalars
    guard let last = before.last, let next = behind.first else { return false }
    if "«‹§¶№#".unicodeScalars.contains(last) || "»›!?:;%‰°€$£¥₽₴–—".unicodeScalars.contains(next) { return true }
    if last.properties.numericType != nil || last.isSymbol || next.isSymbol { return true }
    return last == "." && before.dropLast().last?.properties.isAlphabetic == true
      && before.dropLast(2).last?.properties.isAlphabetic != true
  }

  /// How many bytes are read on either side.
  private static let window = 16
}

extension Unicode.Scalar {
  /// Whether this is a sign such as an arrow, or a part of an emoji.
  fileprivate var isSymbol: Bool {
    switch properties.generalCategory {
    case .mathSymbol, .otherSymbol, .modifierSymbol: true
    default: self == "\u{FE0F}"
    }
  }
}
