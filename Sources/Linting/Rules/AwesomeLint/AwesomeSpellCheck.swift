import Diagnostics

extension Rule {
  static let awesomeSpellCheck = Rule(
    id: "awesome-spell-check",
    summary: "Write product names as their owners do (awesome-lint).",
    rationale: "For lists that must pass awesome-lint. It checks the words of `brand-case`, not those of awesome-lint.",
    fix: """
      As `brand-case`: `--fix` corrects names. `--unsafe-fixes` also corrects names of languages, and names in \
      headings whose anchor changes.
      """,
    presets: [.awesomeLint: .warning],
    example: Rule.brandCase.example,
    vectors: Rule.brandCase.vectors
  ) { context in
    Rule.brandCase.diagnostics(in: context)
  }
}
