import Diagnostics
import Markdown
import Source

extension Rule {
  static let tablePipeAlignment = Rule(
    id: "table-pipe-alignment",
    summary: "Align the pipes of a table.",
    rationale: """
      An aligned table can be read in the source, but every longer name moves all rows. The rule is off by default: a \
      matter of taste.
      """,
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      "| Name | Language |\n|---|---|\n| jq ↓| C ↓|\n",
      "| Name | Language |\n|------|----------|\n| jq   | C        |\n"),
    vectors: [
      .good("| A  | B |\n|----|---|\n| aa | b |\n"),
      .bad("| A | B |\n|---|---|\n| aa ↓| b ↓|\n"),
    ]
  ) { context in
    context.index.kinds.tables.flatMap { table -> [Diagnostic] in
      let rows = table.children.map { pipes(of: $0, context.source) }
      guard let first = rows.first else { return [] }
      return rows.dropFirst().flatMap { row in
        zip(row, first).filter { $0.column != $1.column }.map { pipe, above in
          context.diagnostic(
            "pipe in column \(pipe.column + 1) of the row; move it to column \(above.column + 1), as in the first row",
            at: SourceRange(pipe.offset, pipe.offset + 1))
        }
      }
    }
  }

  /// The pipes that begin, divide and end a row, with their columns in the row.
  private static func pipes(of row: Block, _ source: SourceText) -> [(offset: Int, column: Int)] {
    let bounds = row.children.flatMap { [$0.range.lowerBound - 1, $0.range.upperBound] }
    let start = source.location(of: row.range.lowerBound).column
    return Set(bounds).sorted().filter { source.bytes.indices.contains($0) && source.bytes[$0] == UInt8(ascii: "|") }
      .map { ($0, source.location(of: $0).column - start) }
  }
}
