import Diagnostics
import Markdown
import Source

extension Rule {
  static let strongMarker = Rule(
    id: "strong-marker",
    summary: "Mark bold text with the same characters throughout.",
    details: "The first one in the file is the usual one.",
    rationale: "Markdown has two pairs of characters for the same.",
    fix: "`--fix` replaces the characters where the meaning stays the same.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "phrases with strong emphasis", "has the usual marker", "have the usual marker", isReversible: false
    ) { context in
      context.index.inlines.lazy.filter { $0.kind == .strong }.map(\.range)
    },
    example: .pair("**Fast** and ↓__small__.\n", "**Fast** and **small**.\n"),
    vectors: [
      .good("**a** **b**\n"),
      .bad("**a** ↓__b__\n", fixed: "**a** **b**\n"),
      .bad("__a__ ↓**b**c\n"),
    ]
  ) { context in
    context.markerProblems(of: .strong, length: 2)
  }
}
