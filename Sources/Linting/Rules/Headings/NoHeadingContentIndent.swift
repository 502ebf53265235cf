import Diagnostics
import Markdown
import Source

extension Rule {
  static let noHeadingContentIndent = Rule(
    id: "no-heading-content-indent",
    summary: "Put one space after the `#` of a heading.",
    rationale: "Extra spaces are not shown, and clutter every diff.",
    fix: "`--fix` removes the extra spaces.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "headings", "has one space after its number signs", "have one space after their number signs",
      isReversible: false, in: \.headings),
    example: .pair(
      "##↓   Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n",
      "## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n"),
    vectors: [
      .good("## A\n"),
      .bad("##↓  A\n", fixed: "## A\n"),
    ]
  ) { context in
    context.index.kinds.headings.compactMap { block in
      guard case .heading(let level) = block.kind, context.source[block.range].hasPrefix("#"),
        let first = block.inlines.first?.range
      else { return nil }
      let gap = SourceRange(block.range.lowerBound + level, first.lowerBound)
      guard gap.count > 1, context.source.bytes(in: gap).allSatisfy(\.isSpaceOrTab) else { return nil }
      return context.diagnostic("extra space after “#”; use one", at: gap, fix: .safe(Edit(gap, " ")))
    }
  }
}
