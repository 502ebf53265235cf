import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noUndefinedReferences = Rule(
    id: "no-undefined-references",
    summary: "Define every label that a reference uses.",
    details: """
      `[text]` is not checked: it may be meant as it is. `[text][label]` is checked where the list has definitions.
      """,
    rationale: "Without a definition, readers see the brackets.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair("See ↓[the manual][].\n", "See [the manual][].\n\n[the manual]: https://jqlang.org/manual\n"),
    vectors: [
      .good("[a][b], [PDF], [^1], [] and \\[x][y].\n\n[b]: https://example.org\n"),
      .good("> [!NOTE]\n> Text.\n"),
      .good("**[Free][Proprietary]** text.\n"),
      .bad("Text ↓[c][].\n"),
      .bad("Text ↓[a][b] and [c].\n\n[c]: https://example.org\n"),
    ]
  ) { context in
    let labels = Set(context.document.definitions.map { $0.label[...].foldedLabel })
    var bracketed = RangeCursor(context.index.texts.holding(.squareBracket))
    var found: [Diagnostic] = []
    for blocks in [context.index.kinds.paragraphs, context.index.kinds.headings] {
      for position in blocks.indices {
        let range = blocks[position].range
        if bracketed.beginning(in: range) != nil { found += undefined(in: range, labels, context) }
      }
    }
    return found
  }

  private static func undefined(in block: SourceRange, _ labels: Set<String>, _ context: RuleContext) -> [Diagnostic] {
    var search = ReferenceSearch(context.source)
    var end = 0
    for inline in context.index.inlines(in: block) where inline.range.lowerBound >= end {
      switch inline.kind {
      case .text: search.read(inline.range)
      case .link:
        search.reset()
        end = inline.range.upperBound
      case .image, .code, .html: end = inline.range.upperBound
      default: continue
      }
    }
    return search.found.filter { isMeant($0, context) }.compactMap { reference in
      let label = context.source[reference.label][...].foldedLabel
      guard !labels.contains(label), !label.hasPrefix("^"), !label.hasPrefix("!") else { return nil }
      return context.diagnostic("undefined label “\(label)”; define it or remove the brackets", at: reference.range)
    }
  }

  private static func isMeant(_ reference: ReferenceSearch.Reference, _ context: RuleContext) -> Bool {
    if context.followsAwesomeLint { return true }
    switch reference.form {
    case .shortcut: return false
    case .collapsed: return true
    case .full: return !context.document.definitions.isEmpty
    }
  }
}
