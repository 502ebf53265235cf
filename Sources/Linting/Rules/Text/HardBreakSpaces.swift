import Diagnostics
import Markdown
import Source

extension Rule {
  static let hardBreakSpaces = Rule(
    id: "hard-break-spaces",
    summary: "Two spaces make a line break, not more.",
    rationale: """
      Nobody sees how many there are, and editors cut them off together.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("A  \nB\n"),
      .bad("A↓    \nB\n", fixed: "A  \nB\n"),
    ]
  ) { context in
    context.index.inlines.compactMap { inline in
      guard inline.kind == .lineBreak else { return nil }
      let line = context.source.line(context.source.lineIndex(at: inline.range.lowerBound))
      let blanks = context.source.bytes(in: line).reversed().prefix { $0 == 0x20 }.count
      guard blanks > 2 else { return nil }
      let place = SourceRange(line.upperBound - blanks, line.upperBound)
      return context.diagnostic(
        "\(blanks) spaces make the line break; write two", at: place, fix: .safe(Edit(place, "  ")))
    }
  }
}
