import Diagnostics
import Markdown
import Source

extension Rule {
  static let tablePipes = Rule(
    id: "table-pipes",
    summary: "The rows of a table begin and end with a pipe.",
    rationale: """
      A row without them is text to programs that know less Markdown; a matter of taste, and off by default.
      """,
    defaultSeverity: nil,
    examples: [
      .good("| A | B |\n|---|---|\n| a | b |\n"),
      .bad("| A | B |\n|---|---|\n↓a | b\n"),
    ]
  ) { context in
    context.index.blocks.compactMap { row in
      guard case .tableRow = row.kind else { return nil }
      let text = context.source[context.source.trimmed(row.range)]
      guard !text.hasPrefix("|") || !text.hasSuffix("|") else { return nil }
      return context.diagnostic("begin and end the row with “|”", at: context.source.trimmed(row.range))
    }
  }
}
