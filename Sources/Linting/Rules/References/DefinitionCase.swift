import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let definitionCase = Rule(
    id: "definition-case",
    summary: "Write the labels of link definitions in lower case.",
    rationale: "Case does not count in labels, so one spelling is enough.",
    fix: "`--fix` writes the label in lower case.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "labels of definitions", "is in lower case", "use lower case only", isReversible: false
    ) { context in
      context.document.definitions.map(\.range)
    },
    example: .pair("See [jq].\n\n[↓JQ]: https://jqlang.org\n", "See [jq].\n\n[jq]: https://jqlang.org\n"),
    vectors: [
      .good("[A]\n\n[a]: https://example.org\n"),
      .bad("[A]\n\n[↓A]: https://example.org\n", fixed: "[A]\n\n[a]: https://example.org\n"),
    ]
  ) { context in
    context.document.definitions.compactMap { definition in
      let lower = definition.label.lowercased()
      guard lower != definition.label else { return nil }
      let start = definition.range.lowerBound + 1
      let place = SourceRange(start, start + definition.label.utf8.count)
      return context.diagnostic(
        "capital letter in a label; write “\(lower)”", at: place, fix: .safe(Edit(place, lower)))
    }
  }
}
