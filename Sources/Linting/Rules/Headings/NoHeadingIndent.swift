import Diagnostics
import Markdown
import Source

extension Rule {
  static let noHeadingIndent = Rule(
    id: "no-heading-indent",
    summary: "Begin headings at the start of the line.",
    rationale: "Up to three spaces before a heading are not shown. A fourth turns it into code.",
    fix: "`--fix` removes the spaces.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "headings", "begins at the start of its line", "begin at the start of their line", isReversible: false,
      in: \.headings),
    example: .pair(
      "Text.\n\n↓  ## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n",
      "Text.\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n"),
    vectors: [
      .good("# A\n\n- ## B\n"),
      .bad("# A\n\n↓  ## B\n\nText.\n", fixed: "# A\n\n## B\n\nText.\n"),
    ]
  ) { context in
    context.document.blocks.compactMap { block in
      guard case .heading = block.kind, let indent = context.source.indent(of: block) else { return nil }
      return context.diagnostic(
        "\(counted(indent.count, "space")) before the heading; begin it at the start of the line",
        at: indent, fix: .safe(Edit(indent, "")))
    }
  }
}
