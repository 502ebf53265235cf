import Diagnostics
import Source
import TextRepair

extension Rule {
  static let mojibake = Rule(
    id: Mojibake.ruleID,
    summary: "Text is free of encoding damage.",
    rationale: """
      When UTF-8 is read in another encoding and saved again, emoji and accented letters turn into runs of strange characters, \
      and every reader sees them. What stood there can often be told with certainty; then there is a fix. Where bytes were \
      lost and several originals are possible, the candidates are named and the choice is yours.
      """,
    presets: [.awesome: .error, .minimal: .error],
    examples: [
      .good("## Surveys 📖\n"),
      .good("## Straßen in Zürich\n\n- [Été](https://example.org) - Déjà vu.\n"),
      .bad("## Surveys ↓ðŸ“–\n", fixed: "## Surveys 📖\n"),
      .bad("## Applications ↓âš’ï¸\n", fixed: "## Applications ⚒️\n"),
      .bad("- [A](https://example.org) - It↓â€™s good.\n", fixed: "- [A](https://example.org) - It’s good.\n"),
    ]
  ) { context in
    context.text.repairs.compactMap { repair in
      switch repair.obstacle {
      case .suppressed: nil
      case .mention, .code, .destination: context.diagnostic(message(repair), at: repair.range, severity: .warning)
      case .ambiguous, nil:
        context.diagnostic(message(repair), at: repair.range, fix: repair.edit.map { .safe($0) })
      }
    }
  }

  private static func message(_ repair: Mojibake) -> String {
    let cause = "(UTF-8 read as \(repair.encoding.name)\(repair.rounds > 1 ? ", \(repair.rounds) times" : ""))"
    guard let after = repair.after else {
      let candidates = repair.candidates.map { "“\($0)”" }.joined(separator: ", ")
      let hint = candidates.isEmpty ? "what stood there is lost" : "it may have been \(candidates)"
      return "damaged text “\(repair.before)”: \(hint) \(cause)"
    }
    let reason = repair.obstacle.map { "; not repaired: \($0.reason)" } ?? ""
    return "damaged text “\(repair.before)” should be “\(after)” \(cause)\(reason)"
  }
}
