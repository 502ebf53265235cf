import Diagnostics
import Markdown
import Source

extension Rule {
  static let emphasisMarker = Rule(
    id: "emphasis-marker",
    summary: "Emphasis is marked in one way.",
    rationale: """
      Markdown has two marks for the same; the first one in the file decides.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("*a* *b*\n"),
      .bad("*a* ↓_b_\n", fixed: "*a* *b*\n"),
      .bad("_a_ ↓*b*c\n"),
    ]
  ) { context in
    context.markerProblems(of: .emphasis, length: 1)
  }
}
