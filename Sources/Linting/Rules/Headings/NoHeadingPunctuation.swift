import Diagnostics
import Markdown
import Source

extension Rule {
  static let noHeadingPunctuation = Rule(
    id: "no-heading-punctuation",
    summary: "Headings do not end in punctuation.",
    rationale: """
      A heading is a name, not a sentence; question and exclamation marks of a name stay.
      """,
    presets: [.awesome: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("## A\n\n## What is B?\n\n## Yahoo!\n\n## Etc.\n"),
      .bad("## A↓:\n\nText.\n"),
    ]
  ) { context in
    context.index.kinds.headings.compactMap { block in
      guard case .heading = block.kind, let last = block.inlines.last, last.kind == .text, let range = last.range,
        let mark = context.source[range].last,
        (context.followsAwesomeLint ? "!,.:;?" : ":;,").contains(mark)
      else { return nil }
      return context.diagnostic(
        "the heading ends in “\(mark)”; remove it", at: SourceRange(range.upperBound - 1, range.upperBound))
    }
  }
}
