import Diagnostics
import Source

extension Rule {
  static let noFileNameIrregularCharacters = Rule(
    id: "no-file-name-irregular-characters",
    summary: "Use only letters, digits, dots and hyphens in the name of the list's file.",
    rationale: "Other characters have to be escaped in addresses. The rule is off by default: a matter of taste.",
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      .bad("# ↓Awesome Shell\n", in: ListEnvironment(fileName: "awesome_shell.md")),
      .good("# Awesome Shell\n", in: ListEnvironment(fileName: "awesome-shell.md"))),
    vectors: [
      .good("# A\n", in: ListEnvironment(fileName: "awesome-2.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "awesome_list.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      stem.first { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "-" && $0 != "." }.map {
        "with “\($0)”; use a hyphen"
      }
    }
  }
}
