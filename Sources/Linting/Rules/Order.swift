import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let order = Rule(
    id: "order",
    summary: "Entries stand in the order of the alphabet.",
    rationale: """
      In a long section readers look for a name. The guidelines do not ask for an order, so the rule is off by default; letter \
      case, accents, emoji and articles do not count. The option `language` names another alphabet, such as `sv`.
      """,
    defaultSeverity: nil,
    examples: [
      .good(
        "- [a](https://example.org/a) - Text.\n- [The B](https://example.org/b) - Text.\n- [Ç](https://example.org/c)\n"
      ),
      .bad(
        "- [B](https://example.org/b) - Text.\n- ↓[A](https://example.org/a) - Text.\n",
        fixed: "- [A](https://example.org/a) - Text.\n- [B](https://example.org/b) - Text.\n"),
      .bad(
        "- [C](https://example.org/c)\n> Text.\n- ↓[A](https://example.org/a)\n> Text.\n",
        fixed: "- [A](https://example.org/a)\n> Text.\n- [C](https://example.org/c)\n> Text.\n"),
    ]
  ) { context in
    context.index.siblings.flatMap { entries -> [Diagnostic] in
      let keys = entries.map { SortKey($0.title, context.settings.alphabet) }
      var highest = 0
      var result: [Diagnostic] = []
      for position in entries.indices.dropFirst() {
        if keys[position] >= keys[highest] {
          highest = position
          continue
        }
        guard let link = entries[position].link else { continue }
        let message = "“\(entries[position].title)” comes before “\(entries[highest].title)” in the alphabet"
        let fix = result.isEmpty ? reordering(entries, keys, context) : nil
        result.append(context.diagnostic(message, at: link.range, fix: fix))
      }
      return result
    }
  }

  /// The edits that put each entry where it belongs; nil where more than blanks stand between two of them.
  private static func reordering(_ entries: [Entry], _ keys: [SortKey], _ context: RuleContext) -> Fix? {
    let gaps = zip(entries, entries.dropFirst()).map { SourceRange($0.range.upperBound, $1.range.lowerBound) }
    guard gaps.allSatisfy({ context.source[$0].allSatisfy(\.isWhitespace) }) else { return nil }
    let sorted = entries.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    let edits = zip(entries.indices, sorted).filter { $0 != $1 }.map { target, source in
      Edit(entries[target].range, context.source[entries[source].range])
    }
    return Fix(edits: edits, isSafe: true)
  }
}
