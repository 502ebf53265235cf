import Diagnostics
import Markdown
import Source

extension Rule {
  static let noHeadingContentIndent = Rule(
    id: "no-heading-content-indent",
    summary: "One space stands between a heading’s marks and its text.",
    rationale: """
      More than one shows nowhere and is noise in every comparison.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("## A\n"),
      .bad("##↓  A\n", fixed: "## A\n"),
    ]
  ) { context in
    context.index.kinds.headings.compactMap { block in
      guard case .heading(let level) = block.kind, context.source[block.range].hasPrefix("#"),
        let first = block.inlines.first?.range
      else { return nil }
      let gap = SourceRange(block.range.lowerBound + level, first.lowerBound)
      guard gap.count > 1, context.source[gap].allSatisfy({ $0 == " " || $0 == "\t" }) else { return nil }
      return context.diagnostic("write one space behind the number signs", at: gap, fix: .safe(Edit(gap, " ")))
    }
  }
}
