import Diagnostics
import Markdown
import Source

extension Rule {
  static let noShellDollars = Rule(
    id: "no-shell-dollars",
    summary: "Show commands without the prompt.",
    details: "Code that shows output too is not checked: there the prompt marks the commands.",
    rationale: "Readers copy the `$` with the command.",
    presets: [.strict: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair("↓```sh\n$ brew install jq\n```\n", "```sh\nbrew install jq\n```\n"),
    vectors: [
      .good("```sh\n$ a\noutput\n```\n\n```sh\na\n```\n"),
      .bad("↓```sh\n$ a\n$ b\n```\n"),
    ]
  ) { context in
    context.index.kinds.codeBlocks.compactMap { block in
      guard block.kind == .code(isFenced: true) else { return nil }
      let line = context.source.line(context.source.lineIndex(at: block.range.lowerBound))
      let fence = SourceRange(block.range.lowerBound, line.upperBound)
      let language = String(context.source[fence].unicodeScalars.drop { $0 == "`" || $0 == "~" || $0 == " " })
      let lines = block.literal.parts(at: "\n").filter { !$0.isBlank }
      guard ["sh", "bash", "bats", "cgi", "command", "fcgi", "ksh", "tmux", "tool", "zsh"].contains(language),
        !lines.isEmpty,
        lines.allSatisfy({ Substring($0.unicodeScalars.drop { $0 == " " }).begins(with: "$ ") })
      else { return nil }
      return context.diagnostic("“$ ” before every command; leave it out", at: fence)
    }
  }
}
