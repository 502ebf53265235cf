import Diagnostics
import Source

extension Rule {
  static let noFileNameArticles = Rule(
    id: "no-file-name-articles",
    summary: "Do not begin the name of the list's file with an article.",
    rationale: "`the-list.md` is sorted and searched for under the article.",
    presets: [.strict: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      .bad("# ↓Awesome Shell\n", in: ListEnvironment(fileName: "the-list.md")),
      .good("# Awesome Shell\n", in: ListEnvironment(fileName: "list.md"))),
    vectors: [
      .good("# A\n", in: ListEnvironment(fileName: "a.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "the-list.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      let word = stem.lowercased().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      // The article alone is a name.
      guard ["the", "teh", "a", "an"].contains(word), word != stem.lowercased() || context.followsAwesomeLint
      else { return nil }
      return "with an article; leave it out"
    }
  }
}
