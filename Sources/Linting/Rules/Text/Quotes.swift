import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let quotes = Rule(
    id: "quotes",
    summary: "Close every quote and bracket.",
    details: "Apostrophes, inches, smileys and the brackets of list numbers do not count.",
    rationale: "Readers look for the end of a bracket that never closes.",
    presets: [.awesome: .warning, .strict: .warning],
    aliases: ["balanced-punctuation", "match-punctuation"],
    example: .pair(
      "- [jq](https://jqlang.org) - JSON processor ↓(in C.\n",
      "- [jq](https://jqlang.org) - JSON processor (in C).\n"),
    vectors: [
      .good("- [A](https://example.org) - It's “good” (really) and 5\" tall :) 「A」.\n"),
      .good("- [A](https://example.org) - Numbers in [0, 1) and (−∞, 3].\n"),
      .good("- [A](https://example.org) - 大模型\"太一\"，收集。 7½\" and 8\" wide.\n"),
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
    let texts = context.index.texts.holding(.pair)
    var cursor = RangeCursor(texts)
    var balance = QuoteBalance()
    var found: [Diagnostic] = []
    for blocks in [context.index.kinds.paragraphs, context.index.kinds.cells] {
      for position in blocks.indices {
        guard let inner = cursor.beginning(in: blocks[position].range) else { continue }
        found += unbalanced(texts[inner], &balance, context)
      }
    }
    for texts in context.rawTexts { found += unbalanced(texts.map(\.range)[...], &balance, context) }
    return found
  }

  /// The marks without a partner in texts that are one paragraph.
  private static func unbalanced(
    _ texts: ArraySlice<SourceRange>, _ balance: inout QuoteBalance, _ context: RuleContext
  ) -> [Diagnostic] {
    balance.reset()
    for range in texts { balance.read(context.source, in: range) }
    return balance.unmatched.map { mark in
      let range = SourceRange(mark.offset, mark.offset + UTF8.width(mark.scalar))
      return context.diagnostic("unmatched “\(mark.scalar)”; add the other one or remove it", at: range)
    }
  }
}
