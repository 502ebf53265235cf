import Diagnostics
import Source

extension Rule {
  static let noFileNameArticles = Rule(
    id: "no-file-name-articles",
    summary: "The name of the list’s file does not begin with an article.",
    rationale: """
      `the-list.md` is sorted and searched for under the article.
      """,
    presets: [.awesome: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("# A\n", in: ListEnvironment(fileName: "a.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "the-list.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      let word = stem.lowercased().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      // The article alone is a name.
      guard ["the", "teh", "a", "an"].contains(word), word != stem.lowercased() || context.followsAwesomeLint
      else { return nil }
      return "begins with an article; leave it out"
    }
  }
}
