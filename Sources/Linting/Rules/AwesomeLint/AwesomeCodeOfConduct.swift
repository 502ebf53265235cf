import Diagnostics

extension Rule {
  static let awesomeCodeOfConduct = Rule(
    id: "awesome-code-of-conduct",
    summary: "Name your own contact in the code of conduct (awesome-lint).",
    rationale: "For lists that must pass awesome-lint. `code-of-conduct` checks the same.",
    presets: [.awesomeLint: .error],
    example: Rule.codeOfConduct.example,
    vectors: Rule.codeOfConduct.vectors
  ) { context in
    Rule.codeOfConduct.diagnostics(in: context)
  }
}
