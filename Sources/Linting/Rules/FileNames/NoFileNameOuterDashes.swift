import Diagnostics
import Source

extension Rule {
  static let noFileNameOuterDashes = Rule(
    id: "no-file-name-outer-dashes",
    summary: "Do not begin or end the name of the list's file with a hyphen.",
    rationale: "Programs take a name that begins with a hyphen for an option.",
    presets: [.strict: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      .bad("# ↓Awesome Shell\n", in: ListEnvironment(fileName: "-list.md")),
      .good("# Awesome Shell\n", in: ListEnvironment(fileName: "list.md"))),
    vectors: [
      .good("# A\n", in: ListEnvironment(fileName: "list.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "-list.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      stem.begins(with: "-") || stem.ends(with: "-") ? "with a hyphen at its start or end; remove it" : nil
    }
  }
}
