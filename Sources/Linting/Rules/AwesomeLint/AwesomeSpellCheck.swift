import Diagnostics

extension Rule {
  static let awesomeSpellCheck = Rule(
    id: "awesome-spell-check",
    summary: "As awesome-lint: names of well-known things are written as their owners write them.",
    rationale: """
      Stands for awesome-lint's rule of this name, for lists that are held to that program. It has the words of `brand-case`, not those of awesome-lint.
      """,
    presets: [.awesomeLint: .warning],
    examples: Rule.brandCase.examples
  ) { context in
    Rule.brandCase.diagnostics(in: context)
  }
}
