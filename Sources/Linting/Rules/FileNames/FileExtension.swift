import Diagnostics
import Source

extension Rule {
  static let fileExtension = Rule(
    id: "file-extension",
    summary: "Name the list's file `….md`.",
    rationale: "Sites that show a README look for this extension first, and editors know it.",
    presets: [.strict: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      .bad("# ↓Awesome Shell\n", in: ListEnvironment(fileName: "readme.markdown")),
      .good("# Awesome Shell\n", in: ListEnvironment(fileName: "readme.md"))),
    vectors: [
      .good("# A\n", in: ListEnvironment(fileName: "README.md")),
      .bad("# ↓A\n", in: ListEnvironment(fileName: "README.markdown")),
    ]
  ) { context in
    context.fileNameProblem { name in
      guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
      let suffix = name[name.utf8.index(after: dot)...]
      return ["md", "mdx"].contains(suffix) ? nil : "with the extension “.\(suffix)”; use “.md”"
    }
  }
}
