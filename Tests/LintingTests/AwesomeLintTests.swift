import AwesomeList
import Diagnostics
import Foundation
import Linting
import Markdown
import Source
import Testing

/// What the preset `awesome-lint` finds, and on which lines: one case for each thing that is known of awesome-lint 2.3.0.
@Suite struct AwesomeLintTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let expected: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ expected: String...) {
      self.name = name
      self.text = text
      self.expected = expected
    }
  }

  /// The findings of awesome-lint's own rules and of some others, as “rule line”.
  private func findings(_ text: String, in environment: ListEnvironment = ListEnvironment()) throws -> [String] {
    let source = SourceText(text)
    let linter = Linter(preset: .awesomeLint)
    return try linter.lint(source, in: environment).map {
      "\($0.rule) \(source.location(of: $0.range.lowerBound).line)"
    }
  }

  private static let badge = "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)"
  private static let head = "# Awesome A \(badge)\n\n"

  private static let items: [Case] = [
    Case("a good item", "- [B](https://b.example) - Text.\n"),
    Case("an item without description", "- [B](https://b.example)\n"),
    Case("a label", "- Label\n  - [B](https://b.example) - Text.\n"),
    Case("a bold label", "- **Label**\n  - [B](https://b.example) - Text.\n", "awesome-list-item 3"),
    Case(
      "what is before the link",
      """
      - ![b](b.png) [B](https://b.example) - Text.
      - <img src="c.png"> [C](https://c.example) - Text.
      - `D` [d](https://d.example) - Text.
      - ![e](e.png) [E](https://e.example) - text.
      - ![f](f.png)
      - `G` <a href="https://g.example">g</a> - Text.

      """, "awesome-list-item 6", "awesome-list-item 7", "awesome-list-item 8"),
    Case(
      "a bare address",
      """
      - https://b.example
      - <https://c.example> - Text.
      - www.d.example - text.
      - https://e.example: Text.
      - e@f.example - Text
      - See https://g.example: text

      """, "awesome-list-item 5", "awesome-list-item 6", "awesome-list-item 7"),
    Case(
      "previews and prices",
      """
      - [B](https://b.example) - Text. [Preview](https://p.example) 💲
      - [C](https://c.example) - [Preview](https://p.example) 💲
      - [D](https://d.example) [Preview](https://p.example) 💲 - Text
      - [E](https://e.example) - Theme 💲
      - [F](https://f.example) [Preview](https://p.example) 💲
      - [G](https://g.example) - Text with [a preview](https://p.example) 💲

      """, "awesome-list-item 7", "awesome-list-item 8"),
    Case(
      "the case of other scripts",
      """
      - [B](https://b.example) - ქართული.
      - [C](https://c.example) - հայերեն.
      - [D](https://d.example) - русский.
      - [E](https://e.example) - ελληνικά.
      - [F](https://f.example) - Русский.

      """, "awesome-list-item 5", "awesome-list-item 6"),
    Case(
      "a reference at the end",
      "- [B](https://b.example) - Text. See [c].\n- [C](https://c.example) - See [c]\n\n[c]: https://c.example\n",
      "awesome-list-item 4"),
    Case("struck out", "- ~~[B](https://b.example)~~ - Text.\n", "awesome-list-item 3"),
    Case("an HTML link", "- <a href=\"https://b.example\">B</a> - Text.\n", "awesome-list-item 3"),
    Case("an item in a block of HTML", "<ul><li><a href=\"https://b.example\">B</a></li></ul>\n"),
    Case("a relative address", "- [B](b.md) - Text.\n", "awesome-list-item 3"),
    Case("an anchor", "- [B](#b)\n", "awesome-list-item 3"),
    Case("other schemes", "- [B](mailto:b@b.example) - Text.\n- [C](ftp://c.example) - Text.\n"),
    Case("a reference", "- [B][b] - Text.\n\n[b]: b.md\n"),
    Case("an image in the link", "- [![B](b.png)](https://b.example) - Text.\n", "awesome-list-item 3"),
    Case("a badge before the link", "- [![B](b.png)](https://b.example/v) [B](https://b.example) - Text.\n"),
    Case("only emoji", "- [B](https://b.example) 👍🎉\n"),
    Case("a remark in brackets", "- [B](https://b.example) (German) 👍\n"),
    Case(
      "a dash", "- [B](https://b.example) – Text.\n- [C](https://c.example) — Text.\n",
      "awesome-list-item 3", "awesome-list-item 4"),
    Case("no-break spaces", "- [B](https://b.example)\u{A0}-\u{A0}Text.\n", "awesome-list-item 3"),
    Case("the description on the next line", "- [B](https://b.example) -\n  Text.\n", "awesome-list-item 3"),
    Case(
      "other separators",
      "- [B](https://b.example): Text.\n- [C](https://c.example) -- Text.\n- [D](https://d.example)- Text.\n",
      "awesome-list-item 3", "awesome-list-item 4", "awesome-list-item 5"),
    Case("a late hyphen", "- [B](https://b.example) by c - Text.\n"),
    Case(
      "ends",
      """
      - [B](https://b.example) - Text!
      - [C](https://c.example) - Text…
      - [D](https://d.example) - "Text."
      - [E](https://e.example) - A "text".
      - [F](https://f.example) - Text (g). 👍
      - [G](https://g.example) - A text. (See g)
      - [H](https://h.example) - A text of [h](https://h.example/h)
      - [I](https://i.example) - A text that is **bold**

      """),
    Case(
      "bad ends",
      """
      - [B](https://b.example) - Text
      - [C](https://c.example) - Text:
      - [D](https://d.example) - 文。
      - [E](https://e.example) - Text `code`
      - [F](https://f.example) - A "text.".
      - [G](https://g.example) - A text 👍

      """, "awesome-list-item 3", "awesome-list-item 4", "awesome-list-item 5", "awesome-list-item 6",
      "awesome-list-item 7", "awesome-list-item 8"),
    Case("struck out in the description", "- [B](https://b.example) - Text ~~c~~ text.\n", "awesome-list-item 3"),
    Case(
      "first words",
      """
      - [B](https://b.example) - iOS text.
      - [C](https://c.example) - npm text.
      - [D](https://d.example) - 3d text.
      - [E](https://e.example) - /r/text.
      - [F](https://f.example) - `code` text.
      - [G](https://g.example) - "text".
      - [H](https://h.example) - 文 text.

      """),
    Case("a first word in lower case", "- [B](https://b.example) - text.\n", "awesome-list-item 3"),
    Case("an empty item", "-\n", "awesome-list-item 1"),
    Case("a glued bullet", "-[B](https://b.example) - Text.\n", "awesome-list-item 3"),
    Case("tasks and numbers", "1. [B](https://b.example) - text.\n", "awesome-list-item 3"),
    Case("a description in a quote", "- [B](https://b.example)\n  > text\n"),
    Case("one finding an item", "- [B](b.md) – text\n", "awesome-list-item 3"),
    Case(
      "lists before the contents' end", "- [a](a.md)\n\n## Contents\n\n- [B](#b)\n\n## B\n\n- [C](c.md)\n",
      "awesome-list-item 11"),
    Case("entries of every section", "## Contributing\n\n- [B](b.md)\n", "awesome-list-item 5"),
    Case(
      "entries of details without blank lines",
      "<details><summary><a href=\"https://b.example\">b</a></summary>text</details>\n"),
    Case("a list in details", "<details>\n\n- [B](b.md)\n\n</details>\n", "awesome-list-item 5"),
  ]

  private static let others: [Case] = [
    Case("no badge", "# Awesome A\n", "awesome-badge 1"),
    Case(
      "a badge with a slash", "# Awesome A [![A](https://awesome.re/badge.svg)](https://awesome.re/)\n",
      "awesome-badge 1"),
    Case("a copied badge", "# Awesome A [![A](https://a.example/badge.svg)](https://awesome.re)\n", "awesome-badge 1"),
    Case("a badge on the next line", "# Awesome A\n\n\(badge)\n", "awesome-badge 1"),
    Case("an HTML header", "<h1>Awesome A</h1>\n"),
    Case("no heading", "Text.\n", "awesome-heading 1"),
    Case("a heading of level 2 first", "## Awesome A \(badge)\n", "awesome-badge 1", "awesome-heading 1"),
    Case("two headings", head + "# Awesome B\n", "awesome-heading 3", "no-multiple-toplevel-headings 3"),
    Case("no title case", "# Awesome list \(badge)\n", "awesome-heading 1"),
    Case("names in the title", "# Awesome npm Scripts for macOS \(badge)\n"),
    Case("a licence", head + "### Licence\n\n## License\n", "awesome-license 3"),
    Case(
      "quotes", head + "The “text and 'this'.\n\nIt's \"good\".\n\n5\" tall.\n",
      "balanced-punctuation 3", "balanced-punctuation 7"),
    Case(
      "a CI badge", head + "- [B](https://b.example) ![b](https://travis-ci.org/b.svg) - Text.\n",
      "awesome-no-ci-badge 3"),
    Case("a raw CI badge", head + "<img src=\"https://travis-ci.org/b.svg\">\n"),
    Case("a repeated name", head + "- [B](https://b.example) - B text.\n", "no-repeat-item-in-description 3"),
    Case("a name in a name", head + "- [B](https://b.example) - Bc text.\n"),
    Case("no contents", head + "## B\n\nText.\n"),
    Case("other contents", head + "## Table of Contents\n\n1. B\n\n## B\n"),
    Case("contents that fit", head + "## Contents\n\n- [B](#b)\n  - [C](#c)\n\n## B\n\n### C\n\n## Footnotes\n"),
    Case("contents without a list", head + "## Contents\n\n## B\n", "awesome-toc 3"),
    Case("contents with two lists", head + "## Contents\n\n- [B](#b)\n\n1. [C](#c)\n\n## B\n", "awesome-toc 3"),
    Case("contents without sections", head + "## Contents\n\n- [B](#b)\n", "awesome-toc 1"),
    Case("contents that name too little", head + "## Contents\n\n- [B](#b)\n\n## B\n\n## C\n", "awesome-toc 5"),
    Case("contents in another order", head + "## Contents\n\n- [C](#c)\n- [B](#b)\n\n## B\n\n## C\n", "awesome-toc 5"),
    Case("a wrong anchor", head + "## Contents\n\n- [B](#B)\n\n## B\n", "awesome-toc 5"),
    Case(
      "an anchor twice", head + "## Contents\n\n- [B](#b)\n- [B](#b)\n\n## B\n\n## B\n", "awesome-toc 6",
      "double-link 5", "double-link 6"),
    Case(
      "related lists in the contents",
      head + "## Contents\n\n- [B](#b)\n- [Related Lists](#related-lists)\n\n## B\n\n## Related Lists\n",
      "awesome-toc 6"),
    Case(
      "three levels",
      head + "## Contents\n\n- [B](#b)\n  - [C](#c)\n    - [D](#d)\n\n## B\n\n### C\n\n#### D\n", "awesome-toc 6"),
    Case(
      "selectors in the contents",
      head + "## Contents\n\n- [⚙\u{FE0F} B](#-b)\n- [🛠\u{FE0F} C](#\u{FE0F}-c)\n\n## ⚙\u{FE0F} B\n\n## 🛠\u{FE0F} C\n",
      "awesome-toc 6"),
    Case("a selector in the heading of the contents", head + "## Contents\u{FE0F}\n\n- [B](#c)\n\n## B\n"),
    Case("other scripts in the title", "# Awesome ქართული \(badge)\n"),
    Case(
      "links twice", head + "[b](https://b.example/x/) text.\n\n[c](http://www.b.example/x)\n",
      "double-link 3", "double-link 5"),
    Case("links of one repository", head + "[b](https://github.com/o/r) [c](https://github.com/O/R#readme)\n"),
    Case("a word", head + "- [B](https://b.example) - For Github.\n", "awesome-spell-check 3"),
    Case("damage", head + "Text \u{FFFD} \u{200B}text :rocket:.\n"),
    Case("a suppression", head + "<!--lint disable awesome-list-item-->\n\n- [B](b.md)\n"),
    Case("a suppression of the next node", head + "<!--lint ignore awesome-list-item-->\n\n- [B](b.md)\n- [C](c.md)\n"),
    Case("our name for a rule of awesome-lint", head + "<!-- awesome-disable double-link -->\n\n<a:b> <a:b>\n"),
  ]

  @Test(arguments: items) func itemsAreCheckedAsInAwesomeLint(_ test: Case) throws {
    let text = test.text.hasPrefix("- [a](a.md)") ? Self.head + test.text : Self.head + test.text
    let found = try findings(text).filter { $0.hasPrefix("awesome-list-item ") }
    #expect(found == test.expected)
  }

  @Test(arguments: others) func otherRulesFindTheSameOnTheSameLine(_ test: Case) throws {
    let own = try findings(test.text).filter { finding in
      finding.hasPrefix("awesome-") || finding.hasPrefix("double-link") || finding.hasPrefix("balanced")
        || finding.hasPrefix("no-repeat-item") || finding.hasPrefix("no-multiple")
    }
    #expect(
      own.filter { !$0.hasPrefix("awesome-list-item") }
        == test.expected.sorted { own.firstIndex(of: $0) ?? 0 < own.firstIndex(of: $1) ?? 0 })
  }

  @Test func theFilesOfTheRepositoryAreRequired() throws {
    let empty = ListEnvironment(companions: [])
    #expect(try findings(Self.head, in: empty) == ["awesome-contributing 1"])
    let conduct = CompanionFile(path: "code_of_conduct.md", text: "Write to [INSERT EMAIL ADDRESS].\n")
    let both = ListEnvironment(companions: [CompanionFile(path: "Contributing.md", text: "Text.\n"), conduct])
    #expect(try findings(Self.head, in: both) == ["awesome-code-of-conduct 1"])
  }

  /// Our own leniency ends where the program that is followed has none.
  @Test func rulesOfStyleAreAsStrictAsTheOriginals() throws {
    #expect(try findings(Self.head + "## What?\n").contains("no-heading-punctuation 3"))
    #expect(try findings(Self.head + "Text.\n\n**Tools**\n\nText.\n").contains("no-emphasis-as-heading 5"))
    #expect(try findings(Self.head + "Text [x].\n").contains("no-undefined-references 3"))
    #expect(try findings(Self.head + "1. A\n1. B\n").contains("ordered-list-marker-value 4"))
    #expect(try findings(Self.head + "- A\n\nText.\n\n* B\n* C\n* D\n").filter { $0.hasPrefix("unordered") }.count == 3)
  }

  @Test func onlyItsOwnRulesRun() {
    let rules = Rule.all.filter { rule in
      rule.presets[.awesomeLint] != nil
    }
    #expect(rules.count == 12 + 41)
    #expect(!rules.contains { $0.id == "title" || $0.id == "entry-link" })
  }

  @Test func marksInMarksNeedNoLargeStack() async throws {
    let count = 4_000
    let text = "- " + String(repeating: "*a **b ", count: count) + "“" + String(repeating: "** c*", count: count) + "\n"
    let list = try List(SourceText(text))
    let found = await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: Linter(preset: .awesomeLint).lint(list))
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
    #expect(found.contains { $0.rule == "balanced-punctuation" })
  }
}
