import Diagnostics
import Markdown
import Source

extension Rule {
  static let blockquoteIndentation = Rule(
    id: "blockquote-indentation",
    summary: "One space stands behind the mark of a quote.",
    rationale: """
      More shows nowhere, and four make code of the quote.
      """,
    defaultSeverity: .error,
    examples: [
      .good("> A\n> B\n\n>A\n"),
      .bad(">↓  A\n", fixed: "> A\n"),
    ]
  ) { context in
    context.index.blocks.compactMap { quote in
      guard quote.kind == .quote, let first = quote.children.first, first.kind == .paragraph,
        context.source.bytes(in: quote.range).first == UInt8(ascii: ">")
      else { return nil }
      let gap = SourceRange(quote.range.lowerBound + 1, first.range.lowerBound)
      guard gap.count > 1, context.source[gap].allSatisfy({ $0 == " " }) else { return nil }
      return context.diagnostic("write one space behind “>”", at: gap, fix: .safe(Edit(gap, " ")))
    }
  }
}
