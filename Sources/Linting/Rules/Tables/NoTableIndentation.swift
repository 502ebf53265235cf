import Diagnostics
import Markdown
import Source

extension Rule {
  static let noTableIndentation = Rule(
    id: "no-table-indentation",
    summary: "Begin table rows at the start of the line.",
    rationale: "Up to three spaces before a row are not shown. A fourth turns the table into code.",
    fix: "`--fix` removes the spaces.",
    presets: [.strict: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      "↓  | Name | Language |\n↓  |---|---|\n| jq | C |\n",
      "| Name | Language |\n|---|---|\n| jq | C |\n"),
    vectors: [
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
          "spaces before a table row; remove them", at: indent, fix: .safe(Edit(indent, "")))
      }
    }
  }
}
