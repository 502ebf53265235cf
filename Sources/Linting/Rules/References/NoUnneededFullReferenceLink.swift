import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noUnneededFullReferenceLink = Rule(
    id: "no-unneeded-full-reference-link",
    summary: "Links that are named like their definition do not repeat the name.",
    rationale: """
      `[name][name]` says twice what `[name][]` says once.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("[a][] [a] [b][a]\n\n[a]: https://example.org\n"),
      .bad("[A]↓[a]\n\n[a]: https://example.org\n", fixed: "[A][]\n\n[a]: https://example.org\n"),
    ]
  ) { context in
    context.unneededLabels(ofImages: false)
  }
}
