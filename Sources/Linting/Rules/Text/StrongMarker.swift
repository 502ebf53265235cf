import Diagnostics
import Markdown
import Source

extension Rule {
  static let strongMarker = Rule(
    id: "strong-marker",
    summary: "Strong text is marked in one way.",
    rationale: """
      Markdown has two marks for the same; the first one in the file decides.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("**a** **b**\n"),
      .bad("**a** ↓__b__\n", fixed: "**a** **b**\n"),
      .bad("__a__ ↓**b**c\n"),
    ]
  ) { context in
    context.markerProblems(of: .strong, length: 2)
  }
}
