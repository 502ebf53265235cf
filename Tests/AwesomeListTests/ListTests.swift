import AwesomeList
import Markdown
import Source
import Testing

@Suite struct ListTests {
  private func list(_ text: String) throws -> List {
    try List(SourceText(text))
  }

  @Test func aQuoteAtColumnZeroDescribesTheEntryAbove() throws {
    let list = try list(
      """
      # T 😎
      😎 About [it](https://b.org).

      ## S 📖
      - [A](https://a.org)
      > First *text* with [a link](https://l.org).
      - [B](https://b.org)
      > Second.

      ## Empty ℹ️
      > A note.
      """)
    #expect(list.title?.title == "T")
    #expect(list.blurb?.text == "😎 About it.")
    #expect(list.sections.map(\.title) == ["S", "Empty"])
    #expect(list.sections.map(\.emoji) == ["📖", "ℹ️"])
    #expect(list.sections.map(\.anchor) == ["s-", "empty-ℹ️"])
    #expect(list.entries.map(\.title) == ["A", "B"])
    #expect(list.entries.map(\.description?.text) == ["First text with a link.", "Second."])
    #expect(list.entries.map(\.shape) == [.quote, .quote])
    #expect(list.entries[0].furtherLinks.map(\.url) == ["https://l.org"])
    #expect(list.document.source[list.entries[0].range].hasSuffix("(https://l.org)."))
    #expect(list.sections[1].entries.isEmpty)
    #expect(!list.sections[1].isEmpty)
  }

  @Test func entriesBelowAnItemWithoutALineAreReadOnce() throws {
    let list = try list(
      """
      ## S

      - > A quote with [a](https://a.org).

        - [x](https://x.org) - X.
        - [y](https://y.org) - Y.
      - [b](https://b.org) - B.
      """)
    #expect(list.entries.map(\.url) == ["https://x.org", "https://y.org", "https://b.org"])
    let links = list.entries.flatMap(\.furtherLinks)
    #expect(links.count == Set(links).count)
  }

  /// Content of a raw HTML link comes before the end of that link.
  @Test(arguments: [
    ("- <a href=\"https://a.org\">A ![i](i.png)</a> - Text.\n", ["https://a.org"]),
    ("- <a href=\"https://a.org\">![i](i.png) A</a> - Text.\n", ["https://a.org"]),
    ("- <a href=\"https://a.org\">A<br>![i](i.png)<img src=\"b\"></a> - Text.\n", ["https://a.org"]),
    ("- <a href=\"https://a.org\">A [B](https://b.org)</a> - Text.\n", ["https://a.org", "https://b.org"]),
    ("- <a href=\"https://a.org\">A [B](https://b.org) - Text.\n", ["https://a.org", "https://b.org"]),
    ("- <code>A [A](https://a.org) ![i](i.png)</code> - Text.\n", ["https://a.org"]),
  ])
  func imagesAndLinksInALinkOfRawHTMLAreRead(_ text: String, urls: [String]) throws {
    let entry = try #require(try list(text).entries.first)
    #expect(entry.title.contains("A"))
    #expect([entry.url].compactMap(\.self) + entry.furtherLinks.map(\.url) == urls)
    #expect(entry.description?.text == "Text.")
  }

  @Test func anIntroductionToSomethingElseIsNotTheBlurb() throws {
    let list = try List(SourceText("# T\n\nIn partnership with:\n\n![a](b.png)\n\nAll about tea.\n\n## A\n"))
    #expect(list.blurb?.text == "All about tea.")
  }

  @Test(arguments: [
    ("- [x](https://u) - Text.", EntryShape.dash, "Text."),
    ("- [x](https://u) -- Text.", .dash, "Text."),
    ("* [x](https://u) – Text.", .enDash, "Text."),
    ("- [x](https://u) — Text.", .emDash, "Text."),
    ("- [x](https://u): Text.", .colon, "Text."),
    ("- [x](https://u)：文。", .colon, "文。"),
    ("- [x](https://u) by someone.", .text, "by someone."),
    ("- **[x](https://u)** - *Text*.", .dash, "Text."),
    ("- [x](https://u) - Text `of code` ends.", .dash, "Text of code ends."),
    ("- [x](https://u)\n\n  Text.", .paragraph, "Text."),
    ("- [x](https://u)\n  > Text.", .quote, "Text."),
    ("1. [x](https://u) - Text.", .dash, "Text."),
    ("- [x](https://u) - Text\n  over lines.", .dash, "Text over lines."),
  ])
  func anEntryHasItsShapeAndDescription(_ text: String, shape: EntryShape, description: String) throws {
    let entry = try #require(try list(text).entries.first)
    #expect(entry.title == "x")
    #expect(entry.url == "https://u")
    #expect(entry.shape == shape)
    #expect(entry.description?.text == description)
  }

  @Test func theDescriptionsRangeBeginsAfterTheSeparator() throws {
    let list = try list("- [x](https://u) - Text *a*.\n- [y](https://v)\n> Quote.\n")
    let ranges = list.entries.compactMap { $0.description?.range }
    #expect(ranges.map { list.document.source[$0] } == ["Text *a*.", "Quote."])
  }

  @Test func codeAfterTheDescriptionIsTags() throws {
    let entry = try #require(try list("- [x](https://u) - Text. `MIT` `Go`").entries.first)
    #expect(entry.tags == ["MIT", "Go"])
    #expect(entry.description?.text == "Text.")
  }

  @Test func itemsWithoutLinkAreLabels() throws {
    let list = try list("- Group\n  - [a](https://a) - A.\n  - [b](https://b) - B.\n")
    #expect(list.entries.map(\.title) == ["Group", "a", "b"])
    #expect(list.entries.map(\.shape) == [.group, .dash, .dash])
    #expect(list.entries.first?.children.count == 2)
  }

  @Test func listsOfProseAreNotEntries() throws {
    let list = try list(
      "## S\n\n- Please be kind.\n- See the [guide](https://g) first.\n- And more.\n- And yet more.\n")
    #expect(list.entries.isEmpty)
    #expect(list.sections.first?.elements.count == 1)
  }

  @Test(arguments: ["## Contents\n\n", "## Table of Contents 📖\n\n", ""])
  func aContentsListIsNotEntries(_ heading: String) throws {
    let list = try list("# T\n\n\(heading)- [A](#a)\n  - [B](#b)\n\n## A\n\n- [x](https://u) - X.\n\n### B\n\nText.\n")
    #expect(list.contents != nil)
    #expect(list.entries.map(\.title) == ["x"])
  }

  @Test func sectionsNestByLevel() throws {
    let list = try list("# T\n\n## A\n\n### B\n\n- [x](https://u)\n\n## C\n\n# D\n")
    #expect(list.sections.map(\.title) == ["A", "C", "D"])
    #expect(list.sections[0].sections.map(\.title) == ["B"])
    #expect(list.sections[0].sections[0].entries.count == 1)
  }

  @Test(arguments: [
    """
    - [A](https://a)

    <details><summary>More</summary><a href="https://b"></a></details>

    <details><summary>Text</summary>

    Words about it, [c](https://c).

    </details>

    <details><summary>Text</summary>Other words.</details>

    - [D](https://d) - Text.

    """,
    """
    <dl><dt><a href="https://a">A</a></dt><dd><a href="https://b"></a></dd><dd>Words about it, <a href="https://c">c</a>.</dd>
    <dd>Other words.</dd><dt><a href="https://d">D</a></dt><dd>Text.</dd></dl>
    """,
  ])
  func blocksBelowAnEntryBelongToIt(_ text: String) throws {
    let list = try list("# Title\n\n## Section\n\n" + text)
    #expect(list.entries.map(\.title) == ["A", "D"])
    let entry = try #require(list.entries.first)
    #expect(entry.furtherLinks.map(\.url) == ["https://b", "https://c"])
    #expect(entry.description?.text == "Words about it, c.")
    #expect(list.document.source[entry.range].contains("Other words."))
  }

  @Test func tagsKeepTheirOrder() throws {
    for line in ["- [A](https://a) `x` `y` `z`", "- [A](https://a) - Text. `x` `y` `z`"] {
      #expect(try list(line).entries.map(\.tags) == [["x", "y", "z"]])
    }
  }

  @Test func anchorsComeFromHeadingsOfBothKindsAndFromIds() throws {
    let list = try list("<h1 align=center>The List</h1>\n\n## The List\n\n<a name='old'></a>\n\ntext <i id=two>x</i>\n")
    for fragment in [
      "the-list", "the-list-1", "The-List", "old", "OLD", "two", "user-content-old", "", "top", "README",
    ] {
      #expect(list.anchors.resolves(fragment), "\(fragment)")
    }
    for fragment in ["The-List-2", "the-list-2", "three"] {
      #expect(!list.anchors.resolves(fragment), "\(fragment)")
    }
    #expect(list.anchors.byLowercase["the-list"] == "the-list")
    #expect(list.sections.first?.anchor == "the-list-1")
  }

  @Test func anchorsThatDifferOnlyInCaseAreAmbiguous() throws {
    let anchors = try list("<a id=One></a> <a id=ONE></a> <a id=one></a> <a id=Two></a>\n").anchors.byLowercase
    #expect(anchors == ["one": nil, "two": "Two"])
  }

  @Test func linksOfMarkdownAndHTMLAreInOrder() throws {
    let list = try list("[a](https://a) <a href=\"https://b\">b</a> ![c](https://c)\n\n<img src=https://d alt=D>\n")
    #expect(list.links.map(\.url) == ["https://a", "https://b", "https://c", "https://d"])
    #expect(list.links.map { $0.destinationRange.map { list.document.source[$0] } } == list.links.map(\.url))
    #expect(list.links.map(\.isImage) == [false, false, true, true])
  }
}

@Suite struct RawHTMLLinkTests {
  @Test(arguments: [
    ("- <a href=\"u\">a `b` *c*</a> - d", "a b c"), ("<p><a href=u>a\n b</a></p>", "a b"),
    ("- <a href=u><img src=v alt=w></a>", ""), ("<p><a href=u>a &amp; b", "a & b"),
  ])
  func aLinkHasTheTextBetweenItsTags(_ text: String, words: String) throws {
    let list = try List(SourceText(text))
    #expect(list.links.first { !$0.isImage }?.text == words)
  }
}
