import Diagnostics

extension Rule {
  static let awesomeCodeOfConduct = Rule(
    id: "awesome-code-of-conduct",
    summary: "As awesome-lint: the code of conduct, where there is one, is filled in.",
    rationale: """
      Stands for awesome-lint's rule of this name, for lists that are held to that program. It judges as `code-of-conduct` does.
      """,
    presets: [.awesomeLint: .error],
    examples: Rule.codeOfConduct.examples
  ) { context in
    Rule.codeOfConduct.diagnostics(in: context)
  }
}
