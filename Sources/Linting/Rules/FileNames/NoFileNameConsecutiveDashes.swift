import Diagnostics
import Source

extension Rule {
  static let noFileNameConsecutiveDashes = Rule(
    id: "no-file-name-consecutive-dashes",
    summary: "The name of the list’s file has single hyphens.",
    rationale: """
      Two hyphens in a row are a slip that everybody who types the name has to repeat.
      """,
    presets: [.awesome: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("# A\n", in: ListEnvironment(fileName: "awesome-list.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "awesome--list.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      stem.contains("--") ? "has two hyphens in a row; write one" : nil
    }
  }
}
