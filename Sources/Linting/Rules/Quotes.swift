import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let quotes = Rule(
    id: "quotes",
    summary: "Quotes and brackets that open also close.",
    rationale: """
      A bracket without its partner makes readers look for the end of what never ends. Apostrophes, inches, smileys and the \
      brackets behind list numbers are none.
      """,
    defaultSeverity: .warning,
    examples: [
      .good("- [A](https://example.org) - It's “good” (really) and 5\" tall :) 「A」.\n"),
      .good("1) A: a) b, b) c. `(`\n"),
      .good("- [A](https://example.org) - „Gut“ and «bon».\n"),
      .bad("- [A](https://example.org) - Text ↓(more text.\n"),
      .bad("- [A](https://example.org) - Text↓) more text.\n"),
      .bad("- [A](https://example.org) - The ↓“text.\n"),
      .bad("- [A](https://example.org) - The ↓\"text.\n"),
    ]
  ) { context in
    (context.index.kinds.paragraphs + context.index.kinds.cells).flatMap { block -> [Diagnostic] in
      var balance = QuoteBalance()
      for inline in context.index.inlines(in: block.range) where inline.kind == .text {
        balance.read(context.source, in: inline.range)
      }
      return balance.unmatched.map { mark in
        let range = SourceRange(mark.offset, mark.offset + String(mark.character).utf8.count)
        return context.diagnostic("“\(mark.character)” has no partner", at: range)
      }
    }
  }
}
