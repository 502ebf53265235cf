import Diagnostics
import Source

extension Rule {
  static let fileExtension = Rule(
    id: "file-extension",
    summary: "The list’s file is called `.md`.",
    rationale: """
      Sites that show a README look for this extension first, and editors know it.
      """,
    presets: [.awesome: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("# A\n", in: ListEnvironment(fileName: "README.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "README.markdown")),
    ]
  ) { context in
    context.fileNameProblem { name in
      guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
      let suffix = name[name.index(after: dot)...]
      return ["md", "mdx"].contains(suffix) ? nil : "ends in “.\(suffix)”; end it in “.md”"
    }
  }
}
