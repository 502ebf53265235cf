import Diagnostics
import Markdown
import Source

extension Rule {
  static let tablePipes = Rule(
    id: "table-pipes",
    summary: "Begin and end table rows with a pipe.",
    rationale: """
      Programs that know less Markdown take a row without them for text. The rule is off by default: a matter of \
      taste.
      """,
    fix: "`--fix` adds the pipes.",
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    example: .pair("| Name | Language |\n|---|---|\n↓jq | C\n", "| Name | Language |\n|---|---|\n| jq | C |\n"),
    vectors: [
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
      return context.diagnostic(
        "no pipe at the start or end; begin and end the row with “|”", at: place, fix: Fix(edits: edits, isSafe: true))
    }
  }
}
