import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noMultipleToplevelHeadings = Rule(
    id: "no-multiple-toplevel-headings",
    summary: "One heading has the first level.",
    rationale: """
      The first level is for the list's title. The rule `title` finds the same, so this one is off where that one is on.
      """,
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("# A\n\n## B\n\nText.\n"),
      .bad("# A\n\n↓# B\n\nText.\n"),
      .bad("<h1>A</h1>\n\n↓# B\n\nText.\n"),
    ]
  ) { context in
    let tops = context.document.blocks.filter { block in
      switch block.kind {
      case .heading(let level): level == 1
      case .html: context.source[block.range].lowercased().contains("<h1")
      default: false
      }
    }
    return tops.dropFirst().map { block in
      let line = context.source.line(context.source.lineIndex(at: block.range.lowerBound))
      return context.diagnostic(
        "there is a heading of the first level on line \(context.lineNumber(of: tops[0].range)) already; use level 2",
        at: SourceRange(block.range.lowerBound, min(line.upperBound, block.range.upperBound)))
    }
  }
}
