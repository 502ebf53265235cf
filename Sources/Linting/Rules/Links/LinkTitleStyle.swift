import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let linkTitleStyle = Rule(
    id: "link-title-style",
    summary: "Put link titles in single quotes.",
    details: "A title with an apostrophe keeps its quotes.",
    rationale: "Markdown has three pairs of quotes for a title, and one is enough. awesome-lint requires this one.",
    fix: "`--fix` replaces the quotes.",
    presets: [.strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      "See [jq](https://jqlang.org ↓\"JSON processor\").\n",
      "See [jq](https://jqlang.org 'JSON processor').\n"),
    vectors: [
      .good("[A](https://example.org 'Title') and [b](https://example.org \"It's\")\n"),
      .bad("[A](https://example.org ↓\"Title\")\n", fixed: "[A](https://example.org 'Title')\n"),
      .bad("[a]\n\n[a]: https://example.org ↓(Title)\n", fixed: "[a]\n\n[a]: https://example.org 'Title'\n"),
    ]
  ) { context in
    let titles = context.document.links.compactMap(\.titleRange) + context.document.definitions.compactMap(\.titleRange)
    return titles.compactMap { title in
      let whole = SourceRange(max(title.lowerBound - 1, 0), min(title.upperBound + 1, context.source.bytes.count))
      let text = context.source[title]
      guard context.source.bytes(in: whole).first != UInt8(ascii: "'") else { return nil }
      let isPlain = !text.utf8.contains { "'\\\n\r".utf8.contains($0) }
      guard isPlain || context.followsAwesomeLint else { return nil }
      return context.diagnostic(
        "other quotes around a title; use single quotes", at: whole,
        fix: isPlain ? .safe(Edit(whole, "'\(text)'")) : nil)
    }
  }
}
