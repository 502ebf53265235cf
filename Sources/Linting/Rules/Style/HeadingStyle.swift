import Diagnostics
import Markdown
import Source

extension Rule {
  static let headingStyle = Rule(
    id: "heading-style",
    summary: "Headings begin with number signs.",
    rationale: """
      One form for headings of every level; underlines know two levels only, and are easily taken for rules.
      """,
    defaultSeverity: .error,
    examples: [
      .good("# A\n\n## B\n\nText.\n"),
      .bad("↓A\n===\n\n↓B *b*\n---\n\nText.\n", fixed: "# A\n\n## B *b*\n\nText.\n"),
    ]
  ) { context in
    context.index.kinds.headings.compactMap { block in
      guard case .heading(let level) = block.kind, !context.source[block.range].hasPrefix("#") else { return nil }
      let first = context.source.lineIndex(at: block.range.lowerBound)
      let last = context.source.lineIndex(at: max(block.range.upperBound - 1, 0))
      // Words on several lines have no other form.
      let text = context.source.line(last - 1)
      let underline = SourceRange(text.upperBound, block.range.upperBound)
      let isShort = last == first + 1 && text.upperBound <= block.range.upperBound
      let marks = String(repeating: "#", count: level) + " "
      let start = block.range.lowerBound
      let fix = Fix.safe(Edit(SourceRange(start, start), marks), Edit(underline, ""))
      return context.diagnostic(
        "the heading is underlined; write “\(marks)” before it", at: SourceRange(start, text.upperBound),
        fix: isShort ? fix : nil)
    }
  }
}
