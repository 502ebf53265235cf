import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let definitionSpacing = Rule(
    id: "definition-spacing",
    summary: "Use single spaces in the labels of link definitions.",
    rationale: "Extra spaces do not count in labels. They only look like another label.",
    fix: "`--fix` removes the extra spaces.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "labels of definitions", "has single spaces", "have single spaces", isReversible: false
    ) { context in
      context.document.definitions.map(\.range)
    },
    example: .pair(
      "See [the manual].\n\n[↓the  manual]: https://jqlang.org/manual\n",
      "See [the manual].\n\n[the manual]: https://jqlang.org/manual\n"),
    vectors: [
      .good("[a b]\n\n[a b]: https://example.org\n"),
      .bad("[a b]\n\n[↓a  b]: https://example.org\n", fixed: "[a b]\n\n[a b]: https://example.org\n"),
    ]
  ) { context in
    context.document.definitions.compactMap { definition in
      let words = definition.label.unicodeScalars.split(whereSeparator: \.isWhitespace).map(String.init)
        .joined(separator: " ")
      let blanks = definition.label.count(where: \.isWhitespace)
      guard blanks > words.count(where: { $0 == " " }) else { return nil }
      let start = definition.range.lowerBound + 1
      let place = SourceRange(start, start + definition.label.utf8.count)
      return context.diagnostic("extra space in a label; write “\(words)”", at: place, fix: .safe(Edit(place, words)))
    }
  }
}
