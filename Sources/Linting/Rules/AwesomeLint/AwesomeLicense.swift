import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let awesomeLicense = Rule(
    id: "awesome-license",
    summary: "Leave out sections called License (awesome-lint).",
    details: "A heading with an emoji is checked too, unlike in awesome-lint.",
    rationale: "For lists that must pass awesome-lint. `forbidden-section` checks the same.",
    presets: [.awesomeLint: .error],
    example: .pair("# Awesome Shell\n\n↓## License\n", "# Awesome Shell\n"),
    vectors: [
      .good("# A\n\n## Licensing\n"),
      .bad("# A\n\n↓### Licence\n\n## License\n"),
      .bad("# A\n\n↓## 📄 License\n"),
    ]
  ) { context in
    let first = context.index.kinds.headings.first { heading in
      let name = heading.plainText.lowercased().drop { !$0.isLetter }
      return name == "license" || name == "licence"
    }
    return first.map { [context.diagnostic("section about the licence; put it in a file LICENSE", at: $0.range)] } ?? []
  }
}
