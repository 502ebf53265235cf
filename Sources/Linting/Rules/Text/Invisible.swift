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
    presets: [.awesome: .error, .minimal: .error],
    example: .pair(
      "- [jq](https://jqlang.org) - JSON pro↓\u{200B}cessor.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("- [A](https://example.org) - می‌خواهم 👩‍🔬.\n"),
      .bad(
        "##↓\u{A0}Tools\n\n- [A](https://example.org) - Text.\n",
        fixed: "## Tools\n\n- [A](https://example.org) - Text.\n"),
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
        let fix = problem.fix.map { Fix.safe(Edit(problem.range, $0)) }
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
        result.append(
          context.diagnostic(problem.message, at: problem.range, severity: fix == nil ? nil : .warning, fix: fix))
      case .unbalancedDirection, .hiddenDirection, .control:
        result.append(context.diagnostic(problem.message, at: problem.range))
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
