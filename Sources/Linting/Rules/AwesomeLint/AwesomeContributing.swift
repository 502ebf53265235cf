import Diagnostics

extension Rule {
  static let awesomeContributing = Rule(
    id: "awesome-contributing",
    summary: "Describe in `contributing.md` how to contribute (awesome-lint).",
    rationale: "For lists that must pass awesome-lint. `contributing` checks the same.",
    presets: [.awesomeLint: .error],
    example: Rule.contributing.example,
    vectors: Rule.contributing.vectors
  ) { context in
    Rule.contributing.diagnostics(in: context)
  }
}
