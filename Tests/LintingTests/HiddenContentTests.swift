import AwesomeList
import Diagnostics
import Linting
import Source
import Testing

/// What GitHub does not show as it was meant is reported, and no other fix writes there.
@Suite struct HiddenContentTests {
  private func findings(_ text: String, _ ids: String...) throws -> [String] {
    let linter = Linter(rules: ids.compactMap { Rule.named($0) })
    return try linter.lint(List(SourceText(text))).map(\.message)
  }

  /// Texts with what is hidden in them; the rules find other things there too.
  static let texts: [(text: String, hidden: [String])] = [
    (
      "# Awesome Kites\n\n## Shops\n\n- [Kite](http://kite.example.org) - flies\n-[Line](https://line.example.org) - holds\n##Reels\n- [Reel](https://reel.example.org) - Winds\n",
      ["\n-[Line](https://line.example.org) - holds\n##Reels\n"]
    ),
    (
      "# Awesome Kites\n\n- [Kite](https://kite.example.org) - Flies.\n• [Line](https://line.example.org) - holds,,\n",
      ["\n• [Line](https://line.example.org) - holds,,\n"]
    ),
    (
      "# Awesome Kites\n\n- [Kite](https://kite.example.org) - Flies.\n\n```sh\nmake kite\n\n* [Line](https://line.example.org) -  holds\n",
      ["```sh\nmake kite\n\n* [Line](https://line.example.org) -  holds\n"]
    ),
    (
      "# Awesome Kites\n\n<details>\n<summary>Kites</summary>\n- [Kite](http://kite.example.org?utm_source=x) - flies\n</details>\n\n- [Line](https://line.example.org) - Holds.\n",
      ["</summary>\n- [Kite](http://kite.example.org?utm_source=x) - flies\n</details>"]
    ),
    (
      "# Awesome Kites\n\n| Name | What |\n|---|---|\n| [Kite](http://kite.example.org) | Flies,, | lost  text |\n",
      ["| [Kite](http://kite.example.org) | Flies,, | lost  text |"]
    ),
    (
      "# Awesome Kites\n\n| Name | What |\n|---|\n| [Kite](http://kite.example.org/) | Flies,, |\n",
      ["| Name | What |\n|---|\n| [Kite](http://kite.example.org/) | Flies,, |"]
    ),
    (
      "# Awesome Kites\n\n- [Kite](https://kite.example.org) - Flies.\n- \n\n##  ##\n\n- [Line](https://line.example.org) - Holds.\n",
      ["\n- \n", "\n##  ##\n"]
    ),
    (
      "# Awesome Kites\n\n## Contents\n\n- [Shops](#shops)\n- [Reels](#shops)\n\n## Shops\n\n- [Kite] - Flies.\n\n## Reels\n\n- [Reel](https://reel.example.org) - Winds.\n\n[kite]: https://kite.example.org\n[KITE]: http://line.example.org\n",
      ["\n- [Reels](#shops)\n", "\n[KITE]: http://line.example.org\n"]
    ),
  ]

  @Test(arguments: texts)
  func noFixWritesIntoIt(_ test: (text: String, hidden: [String])) throws {
    let rules = Rule.all.filter { $0.id != "glued-marker" && $0.id != "misleading-link" }
    let all: [String: Severity?] = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, .error) })
    for preset in Preset.allCases {
      let fixed = try Linter(rules: rules, preset: preset).fix(SourceText(test.text), includingUnsafe: true)
      for hidden in test.hidden { #expect(fixed.source[fixed.source.range].contains(hidden)) }
    }
    // Rules that are off by default too.
    let linter = Linter(rules: rules, severities: all)
    let fixed = try linter.lint(List(SourceText(test.text))).compactMap(\.fix).flatMap(\.edits)
    for hidden in test.hidden {
      let start = try #require(test.text.utf8.firstRange(of: hidden.utf8)?.lowerBound)
      let offset = test.text.utf8.distance(from: test.text.startIndex, to: start) + 1
      let range = SourceRange(offset, offset + hidden.utf8.count - 2)
      #expect(!fixed.contains { $0.range.overlaps(range) || range.contains($0.range) })
    }
  }

  @Test func aGluedLineIsNotTakenForAPartOfTheEntryAbove() throws {
    let texts = [
      "- [A](https://example.org) - Text.\n-[B](https://example.org/b) - Text\n##Tools\n- [C](https://example.org/c) - Text.\n",
      "1. [A](https://example.org) - Text.\n2.[B](https://example.org/b) - text\n",
    ]
    for text in texts {
      #expect(
        try findings(text, "description-end", "description-case", "description-line", "entry-separator").isEmpty)
    }
  }

  @Test func theContentsListNeedsNoItemForAnEmptyHeadingAndKeepsAMisleadingOne() throws {
    let list =
      "# Awesome Kites\n\n## Contents\n\n- [Shops](#shops)\n- [Reels](#shops)\n\n## Shops\n\nText.\n\n##\n\nText.\n\n## Reels\n\nText.\n"
    #expect(try findings(list, "toc-sync", "misleading-link") == ["leads to “Shops”; write “#reels”"])
  }

  @Test func theMessageOfATableNamesItsColumns() throws {
    let table = "| A | B |\n|---|---|---|\n| a | b |\n"
    #expect(
      try findings(table, "broken-table") == ["no table: 3 cells below a header of 2; give each column one"])
  }

  @Test func anUnclosedBlockIsReportedWithItsEnd() throws {
    #expect(try findings("~~~~sh\na\n", "unclosed-block") == ["code block without end; close it with “~~~~”"])
    #expect(
      try findings("```sh\na\n\n```sh\nb\n```\n", "unclosed-block") == [
        "code block without end; close it before the next one on line 4 with “```”"
      ])
    let contained = try Linter(rules: [.named("unclosed-block")].compactMap(\.self))
      .lint(List(SourceText("- A\n  ```\n  b\n\n- C\n")))
    #expect(contained.map(\.severity) == [.warning])
  }

  /// Each search goes over the text once, whatever is in it.
  @Test(arguments: [
    "**", "[](", "<a title=\"", "<details>", "- A\n  ```\n", "-[", "• a\n", "|-\n", "(a)[", "<p>[a](", "<p>\n**",
    "##a\n",
    "```a\n", "|--|\n", "<!--", "1.[a](b)\n",
  ])
  func searchesTakeLinearTime(_ piece: String) throws {
    let ids = [
      "unclosed-block", "glued-marker", "markdown-in-html", "broken-table", "empty-block", "unshown-emphasis",
      "duplicate-definition", "reversed-link", "misleading-link",
    ]
    let linter = Linter(rules: ids.compactMap { Rule.named($0) })
    guard let list = try? List(SourceText(String(repeating: piece, count: 20_000))) else { return }
    let clock = ContinuousClock()
    #expect(clock.measure { _ = linter.lint(list) } < .seconds(20))
  }
}
