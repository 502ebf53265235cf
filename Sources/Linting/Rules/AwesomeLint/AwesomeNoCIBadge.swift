import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let awesomeNoCIBadge = Rule(
    id: "awesome-no-ci-badge",
    summary: "As awesome-lint: no image is a badge of continuous integration.",
    rationale: """
      Stands for awesome-lint's rule of this name, for lists that are held to that program. It judges every image, also those of \
      entries, which `ci-badge` leaves alone; badges of GitHub Actions, which awesome-lint does not know, are found.
      """,
    presets: [.awesomeLint: .error],
    examples: [
      .good("# A ![B](https://example.org/b.svg)\n"),
      .bad("# A\n\n- [B](https://example.org) ↓![x](https://api.travis-ci.com/b.svg) - Text.\n"),
      .bad("# A ↓![B](https://example.org/b.svg 'Build Status')\n"),
      .bad("# A ↓![B](https://github.com/o/r/actions/workflows/ci.yml/badge.svg)\n"),
    ]
  ) { context in
    context.document.links.filter(\.isImage).compactMap { image in
      let title = (image.title ?? "").lowercased()
      let url = image.destination.lowercased()
      let isNamed = ["build status", "travis", "circleci"].contains(where: title.contains)
      guard isNamed || url.contains("travis") || url.contains("circleci") || isCI(url) else { return nil }
      return image.range.map { context.diagnostic("remove the badge of continuous integration", at: $0) }
    }
  }
}
