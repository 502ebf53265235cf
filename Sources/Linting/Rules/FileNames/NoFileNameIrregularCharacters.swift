import Diagnostics
import Source

extension Rule {
  static let noFileNameIrregularCharacters = Rule(
    id: "no-file-name-irregular-characters",
    summary: "The name of the list’s file has letters, digits, dots and hyphens alone.",
    rationale: """
      Other characters have to be escaped in addresses; a matter of taste, and off by default.
      """,
    presets: [.awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("# A\n", in: ListEnvironment(fileName: "awesome-2.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "awesome_list.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      stem.first { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "-" && $0 != "." }.map {
        "has “\($0)” in it; write a hyphen"
      }
    }
  }
}
