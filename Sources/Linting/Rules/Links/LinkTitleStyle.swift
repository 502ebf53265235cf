import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let linkTitleStyle = Rule(
    id: "link-title-style",
    summary: "The titles of links stand in single quotes.",
    rationale: """
      Markdown has three pairs of quotes for a title; the guidelines' linter wants this one. A title that has an apostrophe in it \
      keeps the quotes that it has.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
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
      let isPlain = !text.contains { "'\\\n\r".contains($0) }
      guard isPlain || context.followsAwesomeLint else { return nil }
      return context.diagnostic(
        "write the title in single quotes", at: whole, fix: isPlain ? .safe(Edit(whole, "'\(text)'")) : nil)
    }
  }
}
