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
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("| A | B |\n|---|---|\n| a | b |\n"),
      .bad("| A | B |\n|---|---|\n↓a | b\n", fixed: "| A | B |\n|---|---|\n| a | b |\n"),
    ]
  ) { context in
    context.index.kinds.rows.compactMap { row in
      let place = context.source.trimmed(row.range)
      let text = context.source[place]
      let isBegun = text.hasPrefix("|")
      let isEnded = text.hasSuffix("|") && !text.hasSuffix("\\|")
      guard !isBegun || !isEnded else { return nil }
      var edits: [Edit] = []
      if !isBegun { edits.append(Edit(SourceRange(place.lowerBound, place.lowerBound), "| ")) }
      if !isEnded { edits.append(Edit(SourceRange(place.upperBound, place.upperBound), " |")) }
      return context.diagnostic("begin and end the row with “|”", at: place, fix: Fix(edits: edits, isSafe: true))
    }
  }
}
