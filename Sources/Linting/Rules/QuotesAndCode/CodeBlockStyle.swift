import Diagnostics
import Markdown
import Source

extension Rule {
  static let codeBlockStyle = Rule(
    id: "code-block-style",
    summary: "Put code between fences.",
    rationale: "Indentation turns text into code by accident, and cannot name the language.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(of: "code blocks", "has a fence", "have a fence", isReversible: false, in: \.codeBlocks),
    example: .pair("Install it:\n\n    ↓brew install jq\n", "Install it:\n\n```sh\nbrew install jq\n```\n"),
    vectors: [
      .good("```\na\n```\n"),
      .bad("Text.\n\n    ↓a\n\nText.\n"),
    ]
  ) { context in
    context.index.kinds.codeBlocks.compactMap { block in
      guard block.kind == .code(isFenced: false) else { return nil }
      let line = context.source.line(context.source.lineIndex(at: block.range.lowerBound))
      let text = SourceRange(block.range.lowerBound, min(line.upperBound, block.range.upperBound))
      return context.diagnostic("indented code; put it between lines of “```”", at: text)
    }
  }
}
