import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let htmlEntity = Rule(
    id: "html-entity",
    summary: "Escape each character once.",
    rationale: """
      Of text that was escaped twice, readers see `&amp;` where `&` was meant. In an address it leads elsewhere.
      """,
    fix: "`--fix` removes one escape. In headings only `--unsafe-fixes` does, because the anchor changes.",
    presets: [.awesome: .warning, .strict: .warning, .minimal: .warning],
    example: .pair(
      "- [jq](https://jqlang.org) - Slice ↓&amp;amp; filter JSON.\n",
      "- [jq](https://jqlang.org) - Slice &amp; filter JSON.\n"),
    vectors: [
      .good("- [A &amp; B](https://example.org/?a=1&amp;b=2) - Text & text. `&amp;amp;`\n"),
      .bad(
        "- [A](https://example.org) - Text ↓&amp;amp; text.\n", fixed: "- [A](https://example.org) - Text &amp; text.\n"
      ),
      .bad(
        "<ul>\n<li><a href=\"https://example.org\">A</a> - Text ↓&amp;amp; text.</li>\n</ul>\n",
        fixed: "<ul>\n<li><a href=\"https://example.org\">A</a> - Text &amp; text.</li>\n</ul>\n"),
      .bad("## A ↓&amp;amp; B\n", fixed: "## A &amp; B\n"),
      .bad("- [A](https://example.org) - ↓&amp;lt;b&gt;.\n", fixed: "- [A](https://example.org) - &lt;b&gt;.\n"),
      .bad(
        "- [A](https://example.org/?a=1↓&amp;amp;b=2) - Text.\n",
        fixed: "- [A](https://example.org/?a=1&amp;b=2) - Text.\n"),
    ]
  ) { context in
    let source = context.source
    let places = context.texts(holding: .ampersand) + context.index.destinations.holding(.ampersand)
    return places.flatMap { range -> [Diagnostic] in
      guard let first = source.firstIndex(of: UInt8(ascii: "&"), in: range),
        source.bytes[first..<range.upperBound].contains("&amp;")
      else { return [] }
      let text = source[range]
      return text.matches(of: /&amp;(amp|lt|gt|quot|apos|nbsp|#[0-9]+|#[xX][0-9a-fA-F]+);/).map { match in
        let start = range.lowerBound + text[..<match.range.lowerBound].utf8.count
        let place = SourceRange(start, start + match.output.0.utf8.count)
        // The anchor of a heading has the reference's letters in it.
        let isInHeading = context.heading(holding: place) != nil
        return context.diagnostic(
          "character escaped twice; write “&\(match.output.1);”", at: place,
          fix: Fix(edits: [Edit(place, "&\(match.output.1);")], isSafe: !isInHeading))
      }
    }
  }
}
