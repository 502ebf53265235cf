import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let awesomeNoCIBadge = Rule(
    id: "awesome-no-ci-badge",
    summary: "Leave out badges of continuous integration (awesome-lint).",
    details: "Badges of GitHub Actions, which awesome-lint does not know, are reported too.",
    rationale: "For lists that must pass awesome-lint. `ci-badge` checks only the badges of the list itself.",
    presets: [.awesomeLint: .error],
    example: .pair(
      "- [jq](https://jqlang.org) ↓![build](https://travis-ci.org/o/jq.svg) - JSON processor.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("# A ![B](https://example.org/b.svg)\n"),
      .bad("# A\n\n- [B](https://example.org) ↓![x](https://api.travis-ci.com/b.svg) - Text.\n"),
      .bad("# A ↓![B](https://example.org/b.svg 'Build Status')\n"),
      .bad("# A ↓![B](https://github.com/o/r/actions/workflows/ci.yml/badge.svg)\n"),
    ]
  ) { context in
    context.document.links.filter(\.isImage).compactMap { image in
      let title = (image.title ?? "").lowercased()
      let url = image.destination.lowercased()
      let isNamed = ["build status", "travis", "circleci"].contains(where: title.holds)
      guard isNamed || url.holds("travis") || url.holds("circleci") || isCI(url) else { return nil }
      return image.range.map { context.diagnostic("badge of continuous integration; remove it", at: $0) }
    }
  }
}
