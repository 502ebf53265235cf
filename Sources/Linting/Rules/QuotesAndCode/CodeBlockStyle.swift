import Diagnostics
import Markdown
import Source

extension Rule {
  static let codeBlockStyle = Rule(
    id: "code-block-style",
    summary: "Code blocks are fenced.",
    rationale: """
      Indentation makes code of text by accident, and cannot say which language it is.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("```\na\n```\n"),
      .bad("Text.\n\n    ↓a\n\nText.\n"),
    ]
  ) { context in
    context.index.kinds.codeBlocks.compactMap { block in
      guard block.kind == .code(isFenced: false) else { return nil }
      let line = context.source.line(context.source.lineIndex(at: block.range.lowerBound))
      let text = SourceRange(block.range.lowerBound, min(line.upperBound, block.range.upperBound))
      return context.diagnostic("the code is indented; fence it with three grave accents", at: text)
    }
  }
}
