import Diagnostics
import Source
import TextRepair

extension Rule {
  static let replacementChar = Rule(
    id: "replacement-char",
    summary: "No character was lost to an earlier program.",
    rationale: """
      U+FFFD is what a program writes for bytes that it could not read. What stood there is gone from the file, so only somebody \
      who knows the text can write it again; where the rest of a damaged sequence tells what it was, the rule mojibake does.
      """,
    defaultSeverity: .error,
    examples: [
      .good("## Café\n\n- [A](https://example.org) - Text.\n"),
      .bad("## Caf↓\u{FFFD}\n\n- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org) - A ↓\u{FFFD}ber text.\n"),
    ]
  ) { context in
    context.text.problems(.replacementCharacter).map { problem in
      context.diagnostic("\(problem.message); write what it was", at: problem.range)
    }
  }
}
