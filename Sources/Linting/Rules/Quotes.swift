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
      .bad("<ul>\n<li><a href=\"https://example.org\">A</a> - Text ↓(more text.</li>\n</ul>\n"),
      .good("- [A](https://example.org) - Text [more] and \\[ text. [b] [`c`] ![d](d.png)\n"),
      .bad("- [A](https://example.org) - Text ↓[more text.\n- [B](https://example.org/b) - Text↓] more text.\n"),
      .bad("- [A](https://example.org) - The ↓“text.\n"),
      .bad("- [A](https://example.org) - The ↓\"text.\n"),
    ]
  ) { context in
    let blocks = context.index.kinds.paragraphs + context.index.kinds.cells
    let written = blocks.flatMap { block -> [Diagnostic] in
      unbalanced(context.index.inlines(in: block.range).lazy.filter { $0.kind == .text }.map(\.range), context)
    }
    return written + context.rawTexts.flatMap { unbalanced($0.map(\.range), context) }
  }

  /// The marks without a partner in texts that are one paragraph.
  private static func unbalanced(_ texts: some Sequence<SourceRange>, _ context: RuleContext) -> [Diagnostic] {
    var balance = QuoteBalance()
    for range in texts { balance.read(context.source, in: range) }
    return balance.unmatched.map { mark in
      let range = SourceRange(mark.offset, mark.offset + String(mark.character).utf8.count)
      return context.diagnostic("“\(mark.character)” has no partner", at: range)
    }
  }
}
