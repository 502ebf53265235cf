import Diagnostics
import Markdown
import Source

extension Rule {
  static let noHeadingIndent = Rule(
    id: "no-heading-indent",
    summary: "Headings begin at the start of their line.",
    rationale: """
      Up to three spaces before a heading show nowhere, and a fourth makes code of it.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("# A\n\n- ## B\n"),
      .bad("# A\n\n↓  ## B\n\nText.\n", fixed: "# A\n\n## B\n\nText.\n"),
    ]
  ) { context in
    context.document.blocks.compactMap { block in
      guard case .heading = block.kind, let indent = context.source.indent(of: block) else { return nil }
      return context.diagnostic(
        "\(indent.count) \(indent.count == 1 ? "space stands" : "spaces stand") before the heading; remove them",
        at: indent, fix: .safe(Edit(indent, "")))
    }
  }
}
