import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let awesomeBadge = Rule(
    id: "awesome-badge",
    summary: "End the heading with the Awesome badge (awesome-lint).",
    details: "A heading after a comment is checked too, unlike in awesome-lint.",
    rationale: "For lists that must pass awesome-lint. `badge` checks the same and mends it.",
    presets: [.awesomeLint: .error],
    example: .pair(
      "↓# Awesome Shell\n",
      "# Awesome Shell [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n"),
    vectors: [
      .good("# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n"),
      .bad("↓# Awesome A\n"),
      .bad("↓# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re/)\n"),
      .bad("# Awesome A [↓![Awesome](https://example.org/badge.svg)](https://awesome.re)\n"),
    ]
  ) { context in
    let first = context.document.blocks.first { block in
      if case .heading = block.kind { true } else { false }
    }
    guard let heading = first, !context.hasHTMLHeader else { return [] }
    let missing = context.diagnostic("no Awesome badge; add it to the right of the heading", at: heading.range)
    guard heading.kind == .heading(level: 1) else { return [missing] }
    var hasBadge = false
    for link in heading.phrases where link.isLink && targets.contains(link.link?.destination ?? "") {
      for image in link.children where image.kind == .image {
        guard sources.contains(image.link?.destination ?? "") else {
          return [context.diagnostic("copy of the badge; write “\(source)”", at: image.range)]
        }
        hasBadge = true
      }
    }
    return hasBadge ? [] : [missing]
  }

  private static let source = "https://awesome.re/badge.svg"
  private static let sources = [source, "https://awesome.re/badge-flat.svg", "https://awesome.re/badge-flat2.svg"]
  private static let targets = ["https://awesome.re", "https://github.com/sindresorhus/awesome"]
}
