import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let definitionCase = Rule(
    id: "definition-case",
    summary: "The labels of link definitions are in lower case.",
    rationale: """
      Case does not count in labels, so that one spelling is enough.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("[A]\n\n[a]: https://example.org\n"),
      .bad("[A]\n\n[↓A]: https://example.org\n", fixed: "[A]\n\n[a]: https://example.org\n"),
    ]
  ) { context in
    context.document.definitions.compactMap { definition in
      let lower = definition.label.lowercased()
      guard lower != definition.label else { return nil }
      let start = definition.range.lowerBound + 1
      let place = SourceRange(start, start + definition.label.utf8.count)
      return context.diagnostic("write the label as “\(lower)”", at: place, fix: .safe(Edit(place, lower)))
    }
  }
}
