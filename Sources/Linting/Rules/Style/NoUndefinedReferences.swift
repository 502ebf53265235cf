import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noUndefinedReferences = Rule(
    id: "no-undefined-references",
    summary: "Every reference names a definition that is there.",
    rationale: """
      `[text][label]` without a definition of the label shows its brackets to every reader. A word in brackets alone may be meant \
      as it is, so that only references with two pairs of brackets are judged.
      """,
    defaultSeverity: .error,
    examples: [
      .good("[a][b], [PDF], [^1], [] and \\[x][y].\n\n[b]: https://example.org\n"),
      .good("> [!NOTE]\n> Text.\n"),
      .bad("Text ↓[a][b].\n\nText ↓[c][].\n"),
    ]
  ) { context in
    let labels = Set(context.document.definitions.map { $0.label[...].foldedLabel })
    return (context.index.kinds.paragraphs + context.index.kinds.headings).flatMap { block -> [Diagnostic] in
      var search = ReferenceSearch(context.source)
      var end = 0
      for inline in context.index.inlines(in: block.range) where inline.range.lowerBound >= end {
        switch inline.kind {
        case .text: search.read(inline.range)
        case .link:
          search.reset()
          end = inline.range.upperBound
        case .image, .code, .html: end = inline.range.upperBound
        default: continue
        }
      }
      return search.found.filter { context.settings.followsAwesomeLint || $0.isFull }.compactMap { reference in
        let label = context.source[reference.label][...].foldedLabel
        guard !labels.contains(label), !label.hasPrefix("^"), !label.hasPrefix("!") else { return nil }
        return context.diagnostic("there is no definition of “\(label)”", at: reference.range)
      }
    }
  }
}
