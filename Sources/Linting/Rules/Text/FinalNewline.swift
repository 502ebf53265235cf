import Diagnostics
import Markdown
import Source

extension Rule {
  static let finalNewline = Rule(
    id: "final-newline",
    summary: "The file ends with a line end.",
    rationale: """
      Programs that join or compare files count lines by their ends.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org) - Text↓.", fixed: "- [A](https://example.org) - Text.\n"),
    ]
  ) { context in
    guard let last = context.source.bytes.last, last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") else {
      return []
    }
    let end = context.source.bytes.count
    var start = end - 1
    while start > 0, context.source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return [
      context.diagnostic(
        "the file does not end with a line end", at: SourceRange(start, end),
        fix: .safe(Edit(SourceRange(end, end), context.lineEnd)))
    ]
  }
}
