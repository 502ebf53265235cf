import Diagnostics
import Markdown
import Source

/// A table of which GitHub drops cells, or that it does not show as one.
struct BrokenTable: Sendable {
  enum Problem: Hashable, Sendable {
    /// More cells than columns.
    case surplusCells(columns: Int)
    /// A delimiter row with another number of cells than the header.
    case columns(delimiters: Int, header: Int)
    /// A row in place of a delimiter row with other characters.
    case delimiters
    /// Rows without a delimiter row.
    case noDelimiters
    /// Rows after a blank line, which ends the table before.
    case blankLine
  }

  let problem: Problem
  let place: SourceRange
  /// The row or paragraph.
  let block: SourceRange

  static func all(in source: SourceText, _ kinds: BlockKinds) -> [BrokenTable] {
    kinds.tables.flatMap { surplus(in: $0, source) } + BrokenTableSearch(source, kinds).tables()
  }

  /// The cells that are one too many for the header, unless there is nothing in them.
  private static func surplus(in table: Block, _ source: SourceText) -> [BrokenTable] {
    let rows = table.children
    guard let columns = rows.first?.childCount else { return [] }
    return rows.dropFirst().compactMap { row in
      let end = row.range.upperBound
      guard row.childCount == columns, let last = row.children.last, last.range.upperBound < end else { return nil }
      let rest = SourceRange(last.range.upperBound, end)
      let bytes = source.bytes(in: rest)
      guard let first = bytes.firstIndex(where: { $0 > 0x20 && $0 != UInt8(ascii: "|") }),
        let final = bytes.lastIndex(where: { $0 > 0x20 && $0 != UInt8(ascii: "|") })
      else { return nil }
      return BrokenTable(
        problem: .surplusCells(columns: columns), place: SourceRange(first, final + 1), block: row.range)
    }
  }
}

extension Rule {
  static let brokenTable = Rule(
    id: "broken-table",
    summary: "Give a table a delimiter row with a cell for each column, and rows without further cells.",
    details: """
      Reported are cells beyond the last column, delimiter rows that do not fit, and two or more lines with pipes at \
      both ends that are no table.
      """,
    rationale: """
      GitHub drops the cells that are beyond the columns of the header. Where the delimiter row does not fit, or a \
      blank line is before a row, it shows the pipes in one paragraph.
      """,
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    example: .pair(
      "| Name | Language |\n|---|---|\n| [jq](https://jqlang.org) | C | ↓JSON processor. |\n",
      "| Name | Language | Description |\n|---|---|---|\n| [jq](https://jqlang.org) | C | JSON processor. |\n"),
    vectors: [
      .good("| A | B |\n|:-:|---|\n| a | b | |\n| a |\n\na | b\n\n| [A](#a) | [B](#b) |\n"),
      .good("A | B\n--- | ---\na \\| b | c\n\nText with a | b\nand --- here.\n"),
      .good("| A |\n|---|\n| a |\n\n    | b |\n    | c |\n"),
      .bad("| A | B |\n|---|---|\n| `a|b` | ↓c |\n"),
      .bad("A | B\n--|--\na | b | ↓c\n"),
      .bad("| A | B |\n↓|---|\n| a | b |\n"),
      .bad("| A | B |\n↓|—|—|\n| a | b |\n\nText.\n"),
      .bad("↓| A | B |\n| a | b |\n"),
      .bad("| A | B |\n|---|---|\n| a | b |\n\n↓| c | d |\n"),
    ]
  ) { context in
    context.index.hidden.tables.map { found in
      let message =
        switch found.problem {
        case .surplusCells(let columns):
          "not shown: the table has \(counted(columns, "column")); add one, or write a pipe in a cell as `\\|`"
        case .columns(let delimiters, let header):
          "no table: \(counted(delimiters, "cell")) below a header of \(header); give each column one"
        case .delimiters: "no table: write the row below the header with `-`, `:` and `|` only"
        case .noDelimiters: "no table: put a row such as `|---|---|` below the header"
        case .blankLine: "not in the table above; remove the blank line"
        }
      return context.diagnostic(message, at: found.place)
    }
  }
}
