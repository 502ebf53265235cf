import Diagnostics
import Markdown
import Source

extension Rule {
  static let noTableIndentation = Rule(
    id: "no-table-indentation",
    summary: "The rows of a table begin at the start of their line.",
    rationale: """
      Up to three spaces before a row show nowhere, and a fourth makes code of the table.
      """,
    presets: [.awesome: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("| A |\n|---|\n| a |\n"),
      .bad("↓  | A |\n↓  |---|\n| a |\n", fixed: "| A |\n|---|\n| a |\n"),
    ]
  ) { context in
    context.document.blocks.flatMap { table -> [Diagnostic] in
      guard table.kind == .table else { return [] }
      let first = context.source.lineIndex(at: table.range.lowerBound)
      let last = context.source.lineIndex(at: max(table.range.upperBound - 1, 0))
      return (first...max(first, last)).compactMap { line in
        let indent = context.source.blanks(at: context.source.line(line).lowerBound)
        guard !indent.isEmpty else { return nil }
        return context.diagnostic(
          "the row of the table is indented; remove the blanks", at: indent, fix: .safe(Edit(indent, "")))
      }
    }
  }
}
