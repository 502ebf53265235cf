import AwesomeList
import Markdown
import Rendering
import Source
import Testing

@Suite struct OptionTests {
  @Test(arguments: [
    ("- [a](http://a): Text.\n- [b](http://b) — Text.\n", "- [a](http://a) - Text.\n- [b](http://b) - Text.\n"),
    ("- [a](http://a)\n> A *text*\n> of two lines.\n", "- [a](http://a) - A *text*\n  of two lines.\n"),
    ("- [a](http://a)\n\n  Text.\n", "- [a](http://a) - Text.\n"),
    (
      "<details>\n<summary><a href='http://a'>A_b </a> - Text &amp; more.</summary>\n</details>\n",
      "- [A\\_b](http://a) - Text &amp; more.\n"
    ),
    (
      "<details>\n<summary><a href=\"http://a\">A</a></summary>\n\nSee [b](http://b).\n</details>\n",
      "- [A](http://a) - See [b](http://b).\n"
    ),
    ("- [a](http://a) does things.\n", "- [a](http://a) does things.\n"),
    ("- [a](http://a) -  Text.\n", "- [a](http://a) - Text.\n"),
    ("- [a](http://a) -Text.\n", "- [a](http://a) - Text.\n"),
    ("- [a](http://a)\n> One.\n>\n> Two.\n", "- [a](http://a)\n> One.\n>\n> Two.\n"),
    ("- [a](http://a): Text.\n  - [b](http://b): Text.\n", "- [a](http://a) - Text.\n  - [b](http://b) - Text.\n"),
    ("- [a][x]: Text.\n\n[x]: http://a\n", "- [a][x] - Text.\n\n[x]: http://a\n"),
  ])
  func entriesGetOneLine(_ text: String, expected: String) throws {
    #expect(try render(text) { $0.shape = .dash } == expected)
  }

  @Test(arguments: [
    ("- [a](http://a) - Text.\n- [b](http://b)\n", "- [a](http://a)\n> Text.\n- [b](http://b)\n"),
    ("- [a](http://a) - Text. `MIT`\n", "- [a](http://a) - Text. `MIT`\n"),
    ("- [a](http://a) - Text\n  of two lines.\n", "- [a](http://a)\n> Text\n> of two lines.\n"),
    ("- [a](http://a) - 1. Text.\n", "- [a](http://a) - 1. Text.\n"),
    ("- [a](http://a) - A.\n  - [b](http://b) - B.\n", "- [a](http://a) - A.\n  - [b](http://b) - B.\n"),
  ])
  func descriptionsBecomeQuotes(_ text: String, expected: String) throws {
    #expect(try render(text) { $0.shape = .quote } == expected)
  }

  @Test(arguments: [
    (
      "- [a `b` & c](http://a?x=1&y=2) - See [d](http://d).\n- [e](http://e)\n",
      """
      <details><summary><a href="http://a?x=1&amp;y=2">a <code>b</code> &amp; c</a></summary>

      See [d](http://d).

      </details>

      - [e](http://e)

      """
    ),
    ("- [![x](http://i)](http://a) - Text.\n", "- [![x](http://i)](http://a) - Text.\n"),
  ])
  func descriptionsBecomeDetails(_ text: String, expected: String) throws {
    #expect(try render(text) { $0.shape = .details } == expected)
  }

  @Test func emojiAreNamedAndNamesAreEmoji() throws {
    let named =
      "# T\n\n## Fast :rocket:\n\nSee [it](#fast-rocket), `:rocket:`, http://x/:rocket: and :nothing: at 10:30:00.\n"
    let shown = named.replacing("Fast :rocket:", with: "Fast 🚀").replacing("#fast-rocket", with: "#fast-")
    #expect(try render(named) { $0.emoji = .unicode } == shown)
    #expect(try render(shown) { $0.emoji = .shortcode } == named)
    #expect(try render("a ™ ⚒ ⚒️ 👍🏽 👍\n") { $0.emoji = .shortcode } == "a ™ ⚒ :hammer_and_pick: 👍🏽 :+1:\n")
    let both = try render("a ™ ⚒ ⚒️\n") { ($0.emoji, $0.completesEmoji) = (.shortcode, true) }
    #expect(both == "a ™ :hammer_and_pick: :hammer_and_pick:\n")
    #expect(try render("![:rocket:](http://i) :+1:\n") { $0.emoji = .unicode } == "![:rocket:](http://i) 👍\n")
  }

  @Test func symbolsThatAreEmojiGetTheirSelector() throws {
    #expect(try render("# T ⚒\n\n⚒️ ☂ ™ `☂`\n") { $0.completesEmoji = true } == "# T ⚒️\n\n⚒️ ☂️ ™ `☂`\n")
  }

  @Test func sectionNumbersAreRemoved() throws {
    let text = "# T\n\n- [1. A](#1-a)\n\n## 1. A\n\n### 1.1 B\n\n### 1.2 C\n\n## 2. D\n\n### 3. Party\n\n[a](#1-a)\n"
    let expected = "# T\n\n- [A](#a)\n\n## A\n\n### B\n\n### C\n\n## D\n\n### 3. Party\n\n[a](#a)\n"
    #expect(try render(text) { $0.keepsNumbers = false } == expected)
    let names = "# T\n\n## 2020. A year\n\n## 3D printing\n\n## 7 wonders\n"
    #expect(try render(names) { $0.keepsNumbers = false } == names)
  }

  @Test(arguments: [
    ("sv", ["apa", "zebra", "åka", "ärlig", "öl"]), ("de", ["åka", "apa", "ärlig", "öl", "zebra"]),
    ("cs", ["cz", "čaj", "hora", "chata", "i"]), ("es", ["nu", "nz", "ñandú", "o"]),
    ("tr", ["hala", "Isparta", "iz", "öz", "pas"]),
  ])
  func namesAreSortedByALanguagesAlphabet(_ language: String, _ names: [String]) throws {
    let items = names.map { "- [\($0)](http://\($0))\n" }
    let text = try render(items.reversed().joined()) {
      $0.order = Alphabet(language: language).map { NameOrder(alphabet: $0) }
    }
    #expect(text == items.joined())
  }

  @Test func aHeaderAndAFooterArePutAroundTheListOnce() throws {
    let list = "# T\n\n- [a](http://a)\n"
    let text = try render(list) { ($0.header, $0.footer) = ("\n## Head\n", "Foot") }
    #expect(
      text == """
        <!-- awesome:header -->

        ## Head

        <!-- /awesome:header -->

        # T

        - [a](http://a)

        <!-- awesome:footer -->

        Foot

        <!-- /awesome:footer -->

        """)
    #expect(
      try render(text) { ($0.header, $0.footer) = ("New", "Foot") }.contains("-->\n\nNew\n\n<!-- /awesome:header"))
    #expect(throws: RenderingError.self) { try render(list) { $0.header = "```\n" } }
  }

  @Test func aRegionInAFileWithCRLFHasCRLFAndTheRestStays() throws {
    let readme = "# R  \r\n\r\n<!-- awesome:list -->\r\nold\r\n<!-- /awesome:list -->\r\ntail\n\n\nend"
    let list = SourceText("# T\n\n<div>\nx\n</div>\n\n```\ny\n```\n\n- [a](http://a)\n")
    let once = try Renderer().render(list, into: SourceText(readme))
    let text = String(decoding: once.bytes, as: UTF8.self)
    let region = "\r\n## T\r\n\r\n<div>\r\nx\r\n</div>\r\n\r\n```\r\ny\r\n```\r\n\r\n- [a](http://a)\r\n\r\n"
    #expect(text == readme.replacing("old\r\n", with: region))
    #expect(try Renderer().render(list, into: SourceText(utf8: once.bytes)).bytes == once.bytes)
  }

  @Test func linksInRawHTMLFollowTheirHeadings() throws {
    let text =
      "# T\n\n<a href=\"#x-rocket\">x</a> and more\n\n<div>\n<a href='#x-rocket'>x</a>\n</div>\n\n## X :rocket:\n"
    #expect(
      try render(text) { $0.emoji = .unicode }
        == text.replacing("#x-rocket", with: "#x-").replacing(":rocket:", with: "🚀"))
  }

  @Test func aFragmentWithoutATargetIsReportedWithItsLine() throws {
    let rendered = try Renderer().render(SourceText("# T\n\n[a](#none) and [b](#t)\n"))
    #expect(rendered.brokenFragments.map(\.address) == ["#none"])
    #expect(rendered.brokenFragments.map(\.line) == [3])
  }
}
