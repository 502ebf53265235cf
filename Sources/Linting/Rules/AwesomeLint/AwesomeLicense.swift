import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let awesomeLicense = Rule(
    id: "awesome-license",
    summary: "As awesome-lint: no section is called License.",
    rationale: """
      Stands for awesome-lint's rule of this name, for lists that are held to that program; `forbidden-section` judges the same. \
      A heading with an emoji is judged too, other than there.
      """,
    presets: [.awesomeLint: .error],
    examples: [
      .good("# A\n\n## Licensing\n"),
      .bad("# A\n\n↓### Licence\n\n## License\n"),
      .bad("# A\n\n↓## 📄 License\n"),
    ]
  ) { context in
    let first = context.index.kinds.headings.first { heading in
      let name = heading.plainText.lowercased().drop { !$0.isLetter }
      return name == "license" || name == "licence"
    }
    return first.map { [context.diagnostic("the licence belongs into a file of its own", at: $0.range)] } ?? []
  }
}
