import Diagnostics
import Markdown
import Source

extension Rule {
  static let ruleStyle = Rule(
    id: "rule-style",
    summary: "Write horizontal rules as `---`.",
    rationale: "One form is enough.",
    fix: "`--fix` writes `---` where it does not turn the line above into a heading.",
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair("Text.\n\n↓***\n\nText.\n", "Text.\n\n---\n\nText.\n"),
    vectors: [
      .good("A\n\n---\n\nB\n"),
      .bad("A\n\n↓***\n\nB\n", fixed: "A\n\n---\n\nB\n"),
    ]
  ) { context in
    context.index.kinds.thematicBreaks.compactMap { block in
      guard block.kind == .thematicBreak else { return nil }
      let written = context.source.trimmed(block.range)
      guard context.source[written] != "---" else { return nil }
      // Directly below text, hyphens make a heading of it.
      let index = context.source.lineIndex(at: written.lowerBound)
      let isApart = index == 0 || context.source[context.source.line(index - 1)].isBlank
      return context.diagnostic(
        "other form of a horizontal rule; write “---”", at: written, fix: isApart ? .safe(Edit(written, "---")) : nil)
    }
  }
}
