import Diagnostics
import Markdown
import Source

extension Rule {
  static let finalNewline = Rule(
    id: "final-newline",
    summary: "End the file with a newline.",
    rationale: "Programs that join or compare files count lines by their newlines.",
    fix: "`--fix` adds the newline.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair("- [jq](https://jqlang.org) - JSON processor↓.", "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
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
        "no newline at the end of the file; add one", at: SourceRange(start, end),
        fix: .safe(Edit(SourceRange(end, end), context.lineEnd)))
    ]
  }
}
