import Diagnostics
import Source

extension Rule {
  static let noFileNameConsecutiveDashes = Rule(
    id: "no-file-name-consecutive-dashes",
    summary: "Use single hyphens in the name of the list's file.",
    rationale: "Two hyphens in a row are a slip that everybody who types the name has to repeat.",
    presets: [.strict: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      .bad("# ↓Awesome Shell\n", in: ListEnvironment(fileName: "awesome--shell.md")),
      .good("# Awesome Shell\n", in: ListEnvironment(fileName: "awesome-shell.md"))),
    vectors: [
      .good("# A\n", in: ListEnvironment(fileName: "awesome-list.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "awesome--list.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      stem.holds("--") ? "with two hyphens in a row; use one" : nil
    }
  }
}
