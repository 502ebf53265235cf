import Diagnostics
import Source
import TextRepair

extension Rule {
  static let mojibake = Rule(
    id: Mojibake.ruleID,
    summary: "Repair text that a wrong encoding has damaged.",
    details:
      "Where several originals are possible, the message names the candidates. In code, the finding is a warning.",
    rationale: """
      UTF-8 that is read in another encoding and saved again turns emoji and accented letters into runs of strange \
      characters.
      """,
    fix: "`--fix` restores text whose original is certain.",
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    example: .pair(
      "- [Été](https://example.org) - Music festival ↓ðŸŽ‰.\n",
      "- [Été](https://example.org) - Music festival 🎉.\n"),
    vectors: [
      .good("## Surveys 📖\n"),
      .good("## Straßen in Zürich\n\n- [Été](https://example.org) - Déjà vu.\n"),
      .bad("- [A](https://example.org) - It↓â€™s good.\n", fixed: "- [A](https://example.org) - It’s good.\n"),
      .bad("- [A](https://example.org) - `Surveys ↓ðŸ“–`\n"),
    ]
  ) { context in
    context.text.repairs.compactMap { repair in
      switch repair.obstacle {
      case .suppressed: nil
      case .mention, .code, .destination, .syntax:
        context.diagnostic(message(repair), at: repair.range, severity: .warning)
      case .ambiguous, nil:
        context.diagnostic(message(repair), at: repair.range, fix: repair.edit.map { .safe($0, effects: .anchors) })
      }
    }
  }

  private static func message(_ repair: Mojibake) -> String {
    let cause = "(UTF-8 read as \(repair.encoding.name)\(repair.rounds > 1 ? ", \(repair.rounds) times" : ""))"
    guard let after = repair.after else {
      let candidates = repair.candidates.map { "“\($0)”" }.joined(separator: " or ")
      return "damaged text; write \(candidates.isEmpty ? "the original again" : candidates) \(cause)"
    }
    let reason = repair.obstacle.map { "; not fixed: \($0.reason)" } ?? ""
    return "damaged text; write “\(after)” \(cause)\(reason)"
  }
}
