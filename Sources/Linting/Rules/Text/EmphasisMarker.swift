import Diagnostics
import Markdown
import Source

extension Rule {
  static let emphasisMarker = Rule(
    id: "emphasis-marker",
    summary: "Mark emphasis with the same character throughout.",
    details: "The first one in the file is the usual one.",
    rationale: "Markdown has two characters for the same.",
    fix: "`--fix` replaces the characters where the meaning stays the same.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "phrases with emphasis", "has the usual marker", "have the usual marker", isReversible: false
    ) { context in
      context.index.inlines.lazy.filter { $0.kind == .emphasis }.map(\.range)
    },
    example: .pair("*Fast* and ↓_small_.\n", "*Fast* and *small*.\n"),
    vectors: [
      .good("*a* *b*\n"),
      .bad("*a* ↓_b_\n", fixed: "*a* *b*\n"),
      .bad("_a_ ↓*b*c\n"),
    ]
  ) { context in
    context.markerProblems(of: .emphasis, length: 1)
  }
}
