import Diagnostics
import Source

extension Rule {
  static let noFileNameMixedCase = Rule(
    id: "no-file-name-mixed-case",
    summary: "Write the name of the list's file in one letter case.",
    rationale: """
      `Readme.md` and `README.md` are one file on some systems and two on others. The rule is off by default: a matter \
      of taste.
      """,
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      .bad("# ↓Awesome Shell\n", in: ListEnvironment(fileName: "Readme.md")),
      .good("# Awesome Shell\n", in: ListEnvironment(fileName: "README.md"))),
    vectors: [
      .good("# A\n", in: ListEnvironment(fileName: "README.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "Readme.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      stem != stem.lowercased() && stem != stem.uppercased() ? "in mixed case; use one case" : nil
    }
  }
}
