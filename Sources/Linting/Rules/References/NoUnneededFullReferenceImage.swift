import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noUnneededFullReferenceImage = Rule(
    id: "no-unneeded-full-reference-image",
    summary: "Write `![name][]` where text and label are the same.",
    rationale: "`![name][name]` repeats the name.",
    fix: "`--fix` empties the second brackets.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      "![logo]↓[logo]\n\n[logo]: https://jqlang.org/jq.svg\n",
      "![logo][]\n\n[logo]: https://jqlang.org/jq.svg\n"),
    vectors: [
      .good("![a][] ![a] ![b][a]\n\n[a]: https://example.org\n"),
      .bad("![A]↓[a]\n\n[a]: https://example.org\n", fixed: "![A][]\n\n[a]: https://example.org\n"),
    ]
  ) { context in
    context.unneededLabels(ofImages: true)
  }
}
