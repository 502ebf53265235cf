import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let definitionSpacing = Rule(
    id: "definition-spacing",
    summary: "The labels of link definitions have single spaces.",
    rationale: """
      How much blank there is does not count in labels, so that more than one space only looks like another label.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("[a b]\n\n[a b]: https://example.org\n"),
      .bad("[a b]\n\n[↓a  b]: https://example.org\n", fixed: "[a b]\n\n[a b]: https://example.org\n"),
    ]
  ) { context in
    context.document.definitions.compactMap { definition in
      let words = definition.label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let blanks = definition.label.count(where: \.isWhitespace)
      guard blanks > words.count(where: { $0 == " " }) else { return nil }
      let start = definition.range.lowerBound + 1
      let place = SourceRange(start, start + definition.label.utf8.count)
      return context.diagnostic("write the label as “\(words)”", at: place, fix: .safe(Edit(place, words)))
    }
  }
}
