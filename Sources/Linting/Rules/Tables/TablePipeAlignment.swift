import Diagnostics
import Markdown
import Source

extension Rule {
  static let tablePipeAlignment = Rule(
    id: "table-pipe-alignment",
    summary: "The pipes of a table stand below one another.",
    rationale: """
      A table that is aligned can be read in the source too, but every longer name moves all rows; a matter of taste, and off by \
      default.
      """,
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    examples: [
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
            "the pipe stands in column \(pipe.column + 1) of the row, that of the first row in \(above.column + 1)",
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
