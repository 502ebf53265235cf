import Diagnostics

extension Rule {
  static let awesomeContributing = Rule(
    id: "awesome-contributing",
    summary: "As awesome-lint: the repository has a file `contributing.md` that is not empty.",
    rationale: """
      Stands for awesome-lint's rule of this name, for lists that are held to that program. It judges as `contributing` does.
      """,
    presets: [.awesomeLint: .error],
    examples: Rule.contributing.examples
  ) { context in
    Rule.contributing.diagnostics(in: context)
  }
}
