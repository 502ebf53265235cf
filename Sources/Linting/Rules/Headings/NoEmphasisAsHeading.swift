import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noEmphasisAsHeading = Rule(
    id: "no-emphasis-as-heading",
    summary: "Write headings as headings, not as bold text.",
    details: "Reported is bold text that ends with a colon, on a separate line before a list.",
    rationale: "Bold text looks like a heading, but has no anchor and is missing from the outline.",
    presets: [.strict: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      "Text.\n\n↓**Prompts:**\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n",
      "Text.\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n"),
    vectors: [
      .good("## A\n\n- x\n\n**Note**\n\nText.\n\n*A whole sentence.*\n"),
      .bad("Text.\n\n↓**Tools:**\n\n- [A](https://example.org) - Text.\n"),
    ]
  ) { context in
    if context.followsAwesomeLint { return faithful(context) }
    let blocks = context.document.blocks
    return zip(blocks, blocks.dropFirst()).compactMap { block, next in
      guard block.kind == .paragraph, case .list = next.kind, block.inlines.count == 1, let only = block.inlines.first,
        only.kind == .strong, only.text.ends(with: ":"), only.text.count < 60,
        only.children.allSatisfy({ $0.kind == .text })
      else { return nil }
      return context.diagnostic("bold text in place of a heading; write a heading", at: block.range)
    }
  }

  /// The paragraphs of nothing but emphasis that come before another one, and not after a heading.
  private static func faithful(_ context: RuleContext) -> [Diagnostic] {
    let parents = context.index.kinds.quotes + context.index.kinds.items
    return ([context.document.blocks] + parents.map(\.children)).flatMap { siblings -> [Diagnostic] in
      siblings.indices.dropLast().compactMap { index in
        let block = siblings[index]
        guard block.kind == .paragraph, siblings[index + 1].kind == .paragraph, block.inlines.count == 1,
          let only = block.inlines.first, only.kind == .strong || only.kind == .emphasis
        else { return nil }
        if index > 0, case .heading = siblings[index - 1].kind { return nil }
        return context.diagnostic("emphasis in place of a heading; write a heading", at: block.range)
      }
    }
  }
}
