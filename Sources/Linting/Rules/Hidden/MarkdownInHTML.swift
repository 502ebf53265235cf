import Diagnostics
import Markdown
import Source

/// Markdown in a block of raw HTML, which is shown as it is written.
struct MarkdownInHTML: Sendable {
  let block: SourceRange
  /// The first thing of Markdown.
  let place: SourceRange
  /// Whether it begins a line, so that a blank line before it is enough.
  let beginsLine: Bool

  init?(_ block: Block) {
    guard block.kind == .html, let search = MarkdownSearch(block), let found = search.first() else { return nil }
    self.block = block.range
    place = found.range
    beginsLine = found.beginsLine
  }
}

extension Rule {
  static let markdownInHTML = Rule(
    id: "markdown-in-html",
    summary: "Put a blank line between raw HTML and Markdown.",
    details: "The first Markdown of a block of HTML is reported. Comments, `<pre>` and `<code>` are not checked.",
    rationale: """
      A block of HTML goes on to the next blank line. GitHub shows Markdown in it as it is written, with brackets and \
      asterisks, and without links.
      """,
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    example: .pair(
      "<details>\n<summary>Prompts</summary>\n↓- [Starship](https://starship.rs) - Prompt for any shell.\n</details>\n",
      "<details>\n<summary>Prompts</summary>\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n\n</details>\n"
    ),
    vectors: [
      .good("<p>\n  <a href=\"https://example.org/a_(b)\">A</a> - Text [1] (more).\n</p>\n\n- B\n"),
      .good("<!--\n- [A](https://example.org)\n## B\n-->\n\n<pre>\n# C\n- [D](https://example.org)\n</pre>\n"),
      .good("<p><a href=\"#a\">A</a>\n- a description\n<code>[b](#b) **c**</code>\n2 ** 3\n</p>\n"),
      .good("<p title=\"[A](https://example.org)\n- [B](#b)\">\nC #1 * d\n</p>\n"),
      .bad("<div>\n\n<br>\n↓## A\n\nText.\n"),
      .bad("<div>\n↓* A\n* B\n</div>\n"),
      .bad("<td>↓[A](https://example.org)</td>\n\n<p>↓**b** ![C](c.png)</p>\n"),
      .bad("<p align=\"center\">\n↓**A** text\n</p>\n"),
      .bad("<div>\n↓| A | B |\n|---|---|\n| a | b |\n</div>\n"),
      .bad("<div>\n↓```sh\na\n```\n</div>\n"),
    ]
  ) { context in
    context.index.hidden.htmlBlocks.map { found in
      let advice = found.beginsLine ? "put a blank line before it" : "write HTML, or put blank lines around it"
      return context.diagnostic("Markdown in raw HTML, shown as it is written; \(advice)", at: found.place)
    }
  }
}
