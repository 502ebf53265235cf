import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let ciBadge = Rule(
    id: "ci-badge",
    summary: "Leave out badges of the list's own build.",
    details: "Badges of entries are not checked.",
    rationale: "Whether the list's own checks pass concerns its maintainers, not its readers.",
    fix:
      "`--fix` removes the badge and its link. In a heading, whose anchor changes, only `--unsafe-fixes` removes them.",
    presets: [.strict: .error],
    aliases: ["awesome-no-ci-badge"],
    example: .pair(
      "# Awesome Shell\n\n↓[![Build](https://travis-ci.org/o/awesome-shell.svg)](https://travis-ci.org/o/awesome-shell)\n\n> Programs for the terminal.\n",
      "# Awesome Shell\n\n\n\n> Programs for the terminal.\n"),
    vectors: [
      .good("# T\n\n- [A](https://example.org) - Text. ![Build](https://github.com/o/r/workflows/CI/badge.svg)\n"),
      .bad(
        "# T\n\n↓[![Build](https://travis-ci.org/o/r.svg?branch=main)](https://travis-ci.org/o/r) Text.\n",
        fixed: "# T\n\n Text.\n"),
      .bad(
        "# T ↓![Build](https://github.com/o/r/actions/workflows/ci.yml/badge.svg)\n\nText.\n", fixed: "# T \n\nText.\n"),
      .bad(
        "# T\n\n<img src=\"↓https://img.shields.io/github/actions/workflow/status/o/r/ci.yml\"> Text.\n",
        fixed: "# T\n\n Text.\n"),
      .bad(
        "# T\n\n<p><a href=\"https://travis-ci.org/o/r\"><img src=\"↓https://travis-ci.org/o/r.svg\"></a></p>\n",
        fixed: "# T\n\n<p></p>\n"),
    ]
  ) { context in
    context.index.images.compactMap { image in
      guard !context.index.isInEntry(image.range), isCI(image.url) else { return nil }
      let isHTML = context.source[image.range].hasPrefix("<")
      let whole = context.index.link(around: image.range)?.range ?? image.range
      let removal = isHTML ? context.source.withLink(around: image.range) : whole
      return context.diagnostic(
        "badge of the list's own build; remove it", at: isHTML ? image.destinationRange ?? image.range : whole,
        // The place of an odd image is not known. A heading without its badge has another anchor.
        fix: removal.isEmpty
          ? nil
          : Fix(edits: [Edit(removal, "")], isSafe: context.heading(holding: removal) == nil, effects: .structure))
    }
  }

  static func isCI(_ url: String) -> Bool {
    let url = url.utf8.map(\.asciiLowercased)
    let isWorkflow = url.contains("github.com/") && url.contains("/workflows/") && url.contains("badge.svg")
    return isWorkflow || url.contains("travis-ci.") || url.contains("circleci.com") || url.contains("shields.io/travis")
      || url.contains("shields.io/circleci") || url.contains("shields.io/github/workflow")
      || url.contains("shields.io/github/actions")
  }
}

extension SourceText {
  /// The tag of an image in HTML, with the link around it where that contains nothing else.
  fileprivate func withLink(around image: SourceRange) -> SourceRange {
    let before = bytes[..<image.lowerBound]
    guard let start = before.lastIndex(of: UInt8(ascii: "<")), before.last == UInt8(ascii: ">"),
      before[start...].dropFirst().first.map(\.asciiLowercased) == UInt8(ascii: "a"),
      before[start...].dropFirst(2).first.map({ $0 <= 0x20 }) == true,
      bytes[image.upperBound...].prefix(4).map(\.asciiLowercased) == Array("</a>".utf8)
    else { return image }
    return SourceRange(start, image.upperBound + 4)
  }
}
