import Diagnostics
import Markdown
import Source

extension Rule {
  static let fencedCodeMarker = Rule(
    id: "fenced-code-marker",
    summary: "Fence code with backticks.",
    rationale: "Tildes do the same, but few readers know them.",
    fix: "`--fix` replaces the tildes.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "code blocks", "has a fence of backticks", "have a fence of backticks", isReversible: false, in: \.codeBlocks),
    example: .pair("↓~~~sh\nbrew install jq\n~~~\n", "```sh\nbrew install jq\n```\n"),
    vectors: [
      .good("```sh\na\n```\n"),
      .bad("↓~~~sh\na\n~~~\n", fixed: "```sh\na\n```\n"),
    ]
  ) { context in
    context.index.kinds.codeBlocks.compactMap { block in
      guard block.kind == .code(isFenced: true), context.source[block.range].hasPrefix("~~~") else { return nil }
      let open = context.source.run(of: UInt8(ascii: "~"), at: block.range.lowerBound)
      let lastLine = context.source.line(context.source.lineIndex(at: max(block.range.upperBound - 1, 0)))
      let closeStart = context.source.bytes(in: lastLine).firstIndex(of: UInt8(ascii: "~"))
      let close = closeStart.map { context.source.run(of: UInt8(ascii: "~"), at: $0) }
      var fix: Fix?
      if let close, close.lowerBound > open.upperBound, close.count >= open.count, !block.literal.holds("```") {
        fix = .safe(
          Edit(open, String(repeating: "`", count: open.count)), Edit(close, String(repeating: "`", count: close.count))
        )
      }
      return context.diagnostic("tildes around code; use backticks", at: open, fix: fix)
    }
  }
}
