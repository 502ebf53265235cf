import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noEmphasisAsHeading = Rule(
    id: "no-emphasis-as-heading",
    summary: "Headings are marked as headings.",
    rationale: """
      Emphasised words on a line of their own look like a heading and are none: no anchor leads to them.
      """,
    defaultSeverity: .warning,
    examples: [
      .good("## A\n\n- x\n\n**Note**\n\nText.\n\n*A whole sentence.*\n"),
      .bad("Text.\n\n↓**Tools:**\n\n- [A](https://example.org) - Text.\n"),
    ]
  ) { context in
    zip(context.document.blocks, context.document.blocks.dropFirst()).compactMap { block, next in
      guard block.kind == .paragraph, case .list = next.kind, block.inlines.count == 1, let only = block.inlines.first,
        only.kind == .strong, only.text.hasSuffix(":"), only.text.count < 60,
        only.children.allSatisfy({ $0.kind == .text })
      else { return nil }
      return context.diagnostic("write “\(only.text.dropLast())” as a heading", at: block.range)
    }
  }
}
