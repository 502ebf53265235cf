import Diagnostics
import Markdown
import Source

extension Rule {
  static let tableCellPadding = Rule(
    id: "table-cell-padding",
    summary: "Put the same space around the text of all cells of a table.",
    details: "The first cell of a table shows the usual space.",
    rationale: """
      The space is not shown. A mixture only clutters the source. The rule is off by default: a matter of taste.
      """,
    fix: "`--fix` adds or removes the spaces.",
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    example: .pair("| Name | Language |\n|---|---|\n|↓jq | C |\n", "| Name | Language |\n|---|---|\n| jq | C |\n"),
    vectors: [
      .good("| A | B |\n|---|---|\n| a | b |\n"),
      .good("|A|B|\n|---|---|\n|a|b|\n"),
      .bad("| A | B |\n|---|---|\n|↓a | b↓|\n", fixed: "| A | B |\n|---|---|\n| a | b |\n"),
      .bad("|A|B|\n|---|---|\n|a|↓ b|\n", fixed: "|A|B|\n|---|---|\n|a|b|\n"),
    ]
  ) { context in
    context.index.kinds.tables.flatMap { table -> [Diagnostic] in
      let cells = table.children.map { row in row.children.map { PaddedCell($0, in: row, context.source) } }
      var widths: [Int] = []
      for cell in cells.flatMap({ $0.enumerated() }) {
        if cell.offset >= widths.count { widths.append(0) }
        widths[cell.offset] = max(widths[cell.offset], cell.element.content.count)
      }
      guard let first = cells.joined().first(where: { !$0.content.isEmpty }) else { return [] }
      let wanted = first.before.isEmpty || first.after.isEmpty ? 0 : 1
      return cells.flatMap { row in
        row.enumerated().flatMap { column, cell -> [Diagnostic] in
          let isWidest = cell.content.count >= widths[column]
          return [cell.before, cell.after].compactMap { padding in
            guard !cell.content.isEmpty, padding.count != wanted, padding.count < wanted || isWidest,
              padding != cell.openStart, padding != cell.openEnd
            else { return nil }
            let blank = String(repeating: " ", count: wanted)
            let message =
              wanted == 0
              ? "space beside the text, unlike in other cells; remove it" : "uneven space; use one, as in other cells"
            return context.diagnostic(
              message, at: padding.isEmpty ? cell.mark(beside: padding) : padding,
              fix: .safe(Edit(padding, blank)))
          }
        }
      }
    }
  }
}

/// The text of a table's cell, and the blanks beside it.
private struct PaddedCell {
  let content: SourceRange
  let before: SourceRange
  let after: SourceRange
  /// The blanks at the start of a row that no pipe begins; nil elsewhere.
  let openStart: SourceRange?
  /// The blanks at the end of a row that no pipe ends; nil elsewhere.
  let openEnd: SourceRange?

  init(_ cell: Block, in row: Block, _ source: SourceText) {
    content = source.trimmed(cell.range)
    before = SourceRange(cell.range.lowerBound, content.lowerBound)
    after = SourceRange(content.upperBound, cell.range.upperBound)
    let pipe = cell.range.lowerBound - 1
    openStart = pipe < row.range.lowerBound || source.bytes[pipe] != UInt8(ascii: "|") ? before : nil
    openEnd = cell.range.upperBound >= row.range.upperBound ? after : nil
  }

  /// The character at which a missing blank is reported: the text's first, or the pipe after it.
  func mark(beside padding: SourceRange) -> SourceRange {
    SourceRange(padding.lowerBound, padding.lowerBound + 1)
  }
}
