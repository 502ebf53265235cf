import Diagnostics
import Markdown
import Source

extension Rule {
  static let noHeadingPunctuation = Rule(
    id: "no-heading-punctuation",
    summary: "Do not end headings with punctuation.",
    details: "`?`, `!` and `.` may be part of a name.",
    rationale: "A heading is a name, not a sentence.",
    presets: [.strict: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      "## Prompts↓:\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n",
      "## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n"),
    vectors: [
      .good("## A\n\n## What is B?\n\n## Yahoo!\n\n## Etc.\n"),
      .bad("## A↓:\n\nText.\n"),
    ]
  ) { context in
    context.index.kinds.headings.compactMap { block in
      guard case .heading = block.kind, let last = block.inlines.last, last.kind == .text, let range = last.range,
        let mark = context.source[range].unicodeScalars.last,
        (context.followsAwesomeLint ? "!,.:;?" : ":;,").unicodeScalars.contains(mark)
      else { return nil }
      return context.diagnostic(
        "“\(mark)” at the end of a heading; remove it", at: SourceRange(range.upperBound - 1, range.upperBound))
    }
  }
}
