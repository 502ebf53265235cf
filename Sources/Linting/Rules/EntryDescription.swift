import AwesomeList
import Diagnostics

extension Rule {
  static let entryDescription = Rule(
    id: "entry-description",
    summary: "Every entry says what the thing is.",
    rationale: """
      A name alone makes a list a directory. One sentence on what the thing is, and why it is here, is what readers of a \
      curated list come for.
      """,
    defaultSeverity: .warning,
    examples: [
      .good("- [A](https://example.org) - Text.\n"),
      .good("- [A](https://example.org)\n> Text.\n- [B](https://example.org/b)\n> Text.\n"),
      .good("- [A](https://example.org)\n\n  Text.\n"),
      .good("- [A](https://example.org)\n  - [Part](https://example.org/part) - Text.\n"),
      .bad("- ↓[A](https://example.org)\n- [B](https://example.org/b) - Text.\n"),
      .bad("- ↓[A](https://example.org) -\n"),
    ]
  ) { context in
    context.list.entries.compactMap { entry in
      guard let link = entry.link, entry.description == nil, entry.children.isEmpty else { return nil }
      return context.diagnostic("the entry “\(entry.title)” has no description", at: link.range)
    }
  }
}
