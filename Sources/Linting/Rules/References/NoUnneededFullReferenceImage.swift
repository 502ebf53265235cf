import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noUnneededFullReferenceImage = Rule(
    id: "no-unneeded-full-reference-image",
    summary: "Images that are named like their definition do not repeat the name.",
    rationale: """
      `![name][name]` says twice what `![name][]` says once.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("![a][] ![a] ![b][a]\n\n[a]: https://example.org\n"),
      .bad("![A]↓[a]\n\n[a]: https://example.org\n", fixed: "![A][]\n\n[a]: https://example.org\n"),
    ]
  ) { context in
    context.unneededLabels(ofImages: true)
  }
}
