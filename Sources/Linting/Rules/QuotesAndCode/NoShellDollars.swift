import Diagnostics
import Markdown
import Source

extension Rule {
  static let noShellDollars = Rule(
    id: "no-shell-dollars",
    summary: "Commands are shown without the prompt before them.",
    rationale: """
      Who copies the lines copies the dollar signs too; where output is shown as well they tell the two apart.
      """,
    presets: [.awesome: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("```sh\n$ a\noutput\n```\n\n```sh\na\n```\n"),
      .bad("↓```sh\n$ a\n$ b\n```\n"),
    ]
  ) { context in
    context.index.kinds.codeBlocks.compactMap { block in
      guard block.kind == .code(isFenced: true) else { return nil }
      let line = context.source.line(context.source.lineIndex(at: block.range.lowerBound))
      let fence = SourceRange(block.range.lowerBound, line.upperBound)
      let language = context.source[fence].drop { $0 == "`" || $0 == "~" || $0 == " " }
      let lines = block.literal.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
      guard ["sh", "bash", "bats", "cgi", "command", "fcgi", "ksh", "tmux", "tool", "zsh"].contains(language),
        !lines.isEmpty,
        lines.allSatisfy({ $0.drop { $0 == " " }.hasPrefix("$ ") })
      else { return nil }
      return context.diagnostic("every line begins with “$ ”; leave it out", at: fence)
    }
  }
}
