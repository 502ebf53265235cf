import Diagnostics
import Source

extension Rule {
  static let noFileNameOuterDashes = Rule(
    id: "no-file-name-outer-dashes",
    summary: "The name of the list’s file does not begin or end with a hyphen.",
    rationale: """
      Programs take a name that begins with a hyphen for an option.
      """,
    presets: [.awesome: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("# A\n", in: ListEnvironment(fileName: "list.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "-list.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      stem.hasPrefix("-") || stem.hasSuffix("-") ? "begins or ends with a hyphen; remove it" : nil
    }
  }
}
