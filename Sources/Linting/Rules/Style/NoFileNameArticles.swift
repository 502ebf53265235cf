import Diagnostics
import Source

extension Rule {
  static let noFileNameArticles = Rule(
    id: "no-file-name-articles",
    summary: "The name of the list’s file does not begin with an article.",
    rationale: """
      `the-list.md` is sorted and searched for under the article.
      """,
    defaultSeverity: .warning,
    examples: [
      .good("# A\n", in: Surroundings(fileName: "list.md")),
      .bad("# ↓A\n", in: Surroundings(fileName: "the-list.md")),
    ]
  ) { context in
    context.fileStemProblem { stem in
      ["the", "teh", "a", "an"].contains(stem.lowercased().prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        ? "begins with an article; leave it out" : nil
    }
  }
}
