import Diagnostics
import Markdown
import Source

extension Rule {
  static let hardBreakSpaces = Rule(
    id: "hard-break-spaces",
    summary: "Break a line with exactly two spaces.",
    rationale: "Extra spaces are invisible.",
    fix: "`--fix` leaves two spaces.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "hard line breaks", "has two spaces before it", "have two spaces before them", isReversible: false
    ) { context in
      context.index.inlines.lazy.filter { $0.kind == .lineBreak }.map(\.range)
    },
    example: .pair("Programs↓    \nfor the terminal.\n", "Programs  \nfor the terminal.\n"),
    vectors: [
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
        "\(blanks) spaces at the end of the line; use two", at: place, fix: .safe(Edit(place, "  ")))
    }
  }
}
