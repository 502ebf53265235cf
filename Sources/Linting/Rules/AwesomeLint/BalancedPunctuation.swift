import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let balancedPunctuation = Rule(
    id: "balanced-punctuation",
    summary: "Close every quote and East Asian bracket (awesome-lint).",
    details: "An item or quote is one text. Straight quotes count.",
    rationale: "For lists that must pass awesome-lint. `quotes` knows inches, and checks round brackets too.",
    presets: [.awesomeLint: .error],
    example: .pair("- jq\n\n  ↓A “JSON processor.\n", "- jq\n\n  A “JSON processor”.\n"),
    vectors: [
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
        context.diagnostic("unmatched “\(mark.character)”; add the other one or remove it", at: mark.phrase.range)
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
