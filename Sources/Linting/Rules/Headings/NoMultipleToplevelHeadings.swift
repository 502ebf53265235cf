import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noMultipleToplevelHeadings = Rule(
    id: "no-multiple-toplevel-headings",
    summary: "Use one heading of level 1.",
    rationale: "Level 1 is for the title of the list. The rule is off by default, because `title` finds the same.",
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      "# Awesome Shell\n\n↓# Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n",
      "# Awesome Shell\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n"),
    vectors: [
      .good("# A\n\n## B\n\nText.\n"),
      .bad("# A\n\n↓# B\n\nText.\n"),
      .bad("<h1>A</h1>\n\n↓# B\n\nText.\n"),
    ]
  ) { context in
    let tops = context.document.blocks.filter { block in
      switch block.kind {
      case .heading(let level): level == 1
      case .html: context.source[block.range].lowercased().holds("<h1")
      default: false
      }
    }
    return tops.dropFirst().map { block in
      let line = context.source.line(context.source.lineIndex(at: block.range.lowerBound))
      return context.diagnostic(
        "second heading of level 1, after that on line \(context.lineNumber(of: tops[0].range)); use level 2",
        at: SourceRange(block.range.lowerBound, min(line.upperBound, block.range.upperBound)))
    }
  }
}
