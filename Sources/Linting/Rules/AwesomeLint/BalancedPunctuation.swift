import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let balancedPunctuation = Rule(
    id: "balanced-punctuation",
    summary: "As awesome-lint: quotes and East Asian brackets that open also close.",
    rationale: """
      Stands for awesome-lint's rule of this name, for lists that are held to that program: an item or quote is one text, and \
      straight quotes count. `quotes` knows inches and looks at round brackets too.
      """,
    presets: [.awesomeLint: .error],
    examples: [
      .good("It's “good” and the students' \"own\". 「A」\n"),
      .bad("- A\n\n  ↓The “text.\n"),
      .bad("↓A「B\n"),
      .bad("↓5\" tall\n"),
    ]
  ) { context in
    outermost(context.document.blocks).flatMap { block -> [Diagnostic] in
      var pairs = PunctuationPairs()
      for inner in [block] + block.allBlocks where inner.holdsInlines {
        for text in MergedInline.texts(of: inner) { pairs.read(text) }
      }
      return pairs.unmatched.map { mark in
        context.diagnostic("“\(mark.character)” has no partner", at: mark.phrase.range)
      }
    }
  }

  /// The outermost paragraphs, headings, items and quotes.
  private static func outermost(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block -> [Block] in
      switch block.kind {
      case .paragraph, .heading, .item, .quote: [block]
      default: outermost(block.children)
      }
    }
  }
}
