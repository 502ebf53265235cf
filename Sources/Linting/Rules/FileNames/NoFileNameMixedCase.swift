import Diagnostics
import Source

extension Rule {
  static let noFileNameMixedCase = Rule(
    id: "no-file-name-mixed-case",
    summary: "The name of the list’s file is in one letter case.",
    rationale: """
      `Readme.md` and `README.md` are one file on some systems and two on others; a matter of taste, and off by default.
      """,
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("# A\n", in: ListEnvironment(fileName: "README.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "Readme.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      stem != stem.lowercased() && stem != stem.uppercased() ? "mixes letter cases; use one" : nil
    }
  }
}
