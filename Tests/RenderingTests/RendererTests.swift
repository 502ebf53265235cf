import AwesomeList
import Markdown
import Rendering
import Source
import Testing

@Suite struct RendererTests {
  @Test func damagedTextIsRepairedAndBlocksAreSpaced() throws {
    let text =
      "# T\nðŸ˜Ž About\n\n## S ðŸ“–\n- [A](https://a)\n> First.\n- [B](https://b)\n> Second.\n\n\n## E â„¹ï¸\n> Note.\n"
    let expected = """
      # T

      😎 About

      ## S 📖

      - [A](https://a)
      > First.
      - [B](https://b)
      > Second.

      ## E \u{2139}\u{FE0F}

      > Note.

      """
    #expect(try render(text) == expected)
  }

  @Test(arguments: [
    ("Title\n=====\n\nSub\ntitle\n---\n", "# Title\n\n## Sub title\n"),
    ("## A ##\n", "## A\n"),
    ("Sharp #\n===\n", "# Sharp \\#\n"),
    ("* a\n* b\n", "- a\n- b\n"),
    ("+   a\n\n    b\n+ c\n", "- a\n\n  b\n\n- c\n"),
    ("* a\n    * b\n        * c\n", "- a\n  - b\n    - c\n"),
    ("- a\n\n* b\n", "- a\n\n* b\n"),
    ("1) a\n2) b\n", "1) a\n2) b\n"),
    ("9. a\n10. b\n\n    c\n", "9. a\n\n10. b\n\n    c\n"),
    ("- [x] done\n- [ ] open\n", "- [x] done\n- [ ] open\n"),
    ("a  \nb\\\nc \nd\n", "a  \nb\\\nc\nd\n"),
    ("> a\nlazy\n>b\n", "> a\n> lazy\n> b\n"),
    ("> a\n===\n", "> a\n>     ===\n"),
    ("a\n    - b\n", "a\n    - b\n"),
    ("~~~ js\n```\n~~~\n", "````js\n```\n````\n"), ("~~~\u{FE0F}\na\n~~~\n", "```\u{FE0F}\na\n```\n"),
    ("```~\na\n```\n", "```~\na\n```\n"), ("~~~ ~`\na\n~~~\n", "~~~ ~`\na\n~~~\n"),
    ("    code\n\n\n    more\n", "```\ncode\n\n\nmore\n```\n"),
    ("- a\n\n  ***\n", "- a\n\n  ---\n"),
    ("a  \nb\n---\n", "a  \nb\n---\n"),
    ("- [a][x]\n\n  [x]: http://x\n- b\n", "[x]: http://x\n\n- [a][x]\n\n- b\n"),
    ("- |a|b|\n  |-|-|\n  |1|2|\n- c\n", "- |a|b|\n  |-|-|\n  |1|2|\n- c\n"),
    ("***\n", "---\n"),
    ("- ***\n", "- ***\n"),
    ("<div>\n  x\n</div>\n\n\ntext", "<div>\n  x\n</div>\n\ntext\n"),
    ("|a|b|\n|-|-|\n|1|2|\ntext", "|a|b|\n|-|-|\n|1|2|\ntext\n"),
    ("a\r\n\r\n- b\r\n  c\r\n", "a\n\n- b\n  c\n"),
    ("\u{FEFF}# A", "# A\n"),
    ("[a][x]\n\n[x]: http://x\n  'title'\n[y]: http://y\n", "[a][x]\n\n[x]: http://x 'title'\n[y]: http://y\n"),
    ("a[^1]\n\n[^1]: one\n\n    two\n", "a[^1]\n\n[^1]: one\n\n    two\n"),
    ("[^2]: nobody asks\n\ntext\n", "[^2]: nobody asks\n\ntext\n"),
    (
      "1. [a](https://a)\n\n> A.\n\n2. [b](https://b)\n\n> B.\n",
      "1. [a](https://a)\n\n> A.\n\n2. [b](https://b)\n\n> B.\n"
    ),
    ("---\ntitle: x\n---\n# A\n", "---\ntitle: x\n---\n\n# A\n"),
    ("- a:\n  - b\n*em* more\n", "- a:\n  - b\n    *em* more\n"),
    ("- a\n  - b\n    *em* more\n", "- a\n  - b\n    *em* more\n"),
    ("- a\n--\n", "- a\n      --\n"),
    ("- a\n| b | c |\n|---|---|\n", "- a\n  | b | c |\n      |---|---|\n"),
    ("- a\n- <!-- open\ntext\n", "- a\n- <!-- open\n\ntext\n"),
    ("[^n]: one\n\n    two\n\n- a\n", "[^n]: one\n\n    two\n\n- a\n"),
  ])
  func blocksHaveTheCanonicalForm(_ text: String, expected: String) throws {
    #expect(try render(text) == expected)
  }

  @Test(arguments: [
    ("_a_ __b__ *c*\n", "*a* **b** *c*\n"),
    ("_a_b_\n", "*a_b*\n"),
    ("*_a_* _b*c_ \\__d_\n", "*_a_* _b*c_ \\__d_\n"),
    ("[a](b \"c\") [d](e (f)) [g](h \"i'j\")\n", "[a](b 'c') [d](e 'f') [g](h \"i'j\")\n"),
    ("[a](b (it's)) [c](d (\"e's\"))\n", "[a](b \"it's\") [c](d (\"e's\"))\n"),
    (
      "[A b][a  b] [_c_][_c_] [D]\n\n[A  b]: http://x (t)\n[_C_]: http://y\n[D]: http://z\n",
      "[A b][] [*c*][_c_] [D]\n\n[a b]: http://x 't'\n[_C_]: http://y\n[d]: http://z\n"
    ),
    ("`_a_` <i title='x'>_y_</i>\n", "`_a_` <i title='x'>*y*</i>\n"),
  ])
  func inlinesHaveTheCanonicalStyle(_ text: String, expected: String) throws {
    #expect(try render(text) == expected)
  }

  @Test(arguments: [
    "# T\n\n## Contents\n\n- [X](#x) - my own words\n\n## X\n\n- [e](http://e.f)\n",
    "# T\n\n## Contents\n\n- [![x](http://i.j/k.png) X](#x)\n\n## X\n\n- [e](http://e.f)\n",
  ])
  func aContentsListWithOtherWordsIsKept(_ text: String) throws {
    #expect(try render(text) == text)
  }

  @Test func aFootnoteWithoutAReferenceInAQuoteIsKept() throws {
    let text = "- [e](http://e.f)\n\n>   [^9]: unused [q](http://lost.com)\n"
    // The quote describes the entry, so there is no blank line between them; its bytes are kept.
    #expect(try render(text) == text.replacing("\n\n", with: "\n"))
  }

  @Test func frontMatterIsNotCopiedIntoAnotherFile() throws {
    let target = SourceText("# R\n\n<!-- awesome:list -->\n<!-- /awesome:list -->\n")
    let list = SourceText("---\ntitle: x\n---\n# T\n\n- [e](http://e.f)\n")
    let text = String(decoding: try Renderer(.canonical).render(list, into: target).bytes, as: UTF8.self)
    #expect(text.contains("-->\n\n## T\n") && !text.contains("title: x"))
  }

  @Test func theContentsListHasTheConfiguredDepthAndTitle() throws {
    var options = RenderOptions.canonical
    options.contents = .always
    options.contentsDepth = 2
    options.contentsTitle = "Inhalt"
    let text = try render(sections, options)
    #expect(text.hasPrefix("# T\n\n## Inhalt\n\n- [A 📖](#a-)\n  - [B](#b)\n- [A 📖](#a--1)\n\n## A 📖\n"))
  }

  @Test(arguments: [
    (
      "- [b](https://b) - B.\n- [The Ab](https://a) - A.\n- [É](https://e)\n- [d](https://d)\n",
      "- [The Ab](https://a) - A.\n- [b](https://b) - B.\n- [d](https://d)\n- [É](https://e)\n"
    ),
    (
      "- [b](https://b)\n> B.\n- [c](https://c)\n- [a](https://a)\n> A.\n",
      "- [a](https://a)\n> A.\n- [b](https://b)\n> B.\n- [c](https://c)\n"
    ),
    (
      "- [g](https://g)\n  - [y](https://y)\n  - [x](https://x)\n- [f](https://f)\n",
      "- [f](https://f)\n- [g](https://g)\n  - [x](https://x)\n  - [y](https://y)\n"
    ),
    ("1. [b](https://b)\n2. [a](https://a)\n", "1. [b](https://b)\n2. [a](https://a)\n"),
    ("- z prose\n- a prose\n", "- z prose\n- a prose\n"),
  ])
  func entriesAreSortedWithinTheirListOnRequest(_ text: String, expected: String) throws {
    var options = RenderOptions.canonical
    options.order = NameOrder()
    #expect(try render(text, options) == expected)
  }

  @Test func aMovedAnchorIsReportedAndCanBeKept() throws {
    let damaged = "# T\n\n## Tools âš’ï¸\n\n- [x](https://x) - X.\n"
    let moved = try Renderer().render(SourceText(damaged)).movedAnchors
    #expect(moved.map(\.new) == ["tools-\u{FE0F}"])
    var options = RenderOptions.canonical
    options.keepsAnchors = true
    let text = try render(damaged, options)
    #expect(text.contains("\n\n<a id=\"\(moved[0].old)\"></a>\n\n## Tools ⚒️\n"))
  }

  private let sections = "# T\n\n## A 📖\n\n- [x](https://x)\n\n### B\n\ntext\n\n## A 📖\n\ntext\n\n## License\n\ntext\n"

  @Test func aContentsListHasGitHubsAnchors() throws {
    let text = try render(sections, .always)
    #expect(text.hasPrefix("# T\n\n## Contents\n\n- [A 📖](#a-)\n- [A 📖](#a--1)\n\n## A 📖\n"))
  }

  @Test func linksFollowARepairedHeading() throws {
    let text = "# T\n\nSee [tools](#tools-âš).\n\n## Tools âš’ï¸\n\n- [x](https://x) - X.\n"
    let damaged = try Document(SourceText(text)).blocks.compactMap { block in
      if case .heading(level: 2) = block.kind { Slugger.slug(block.text) } else { nil }
    }
    let linked = text.replacing("#tools-âš", with: "#" + (damaged.first ?? ""))
    #expect(try render(linked).contains("(#tools-\u{FE0F})"))
  }

  @Test func onlyTheMarkedRegionIsReplacedAndItsHeadingsAreLowered() throws {
    let readme = "# R \r\n\n\n## A\n<!-- awesome:list -->\nold\n<!-- /awesome:list -->\ntail  "
    let list = "# T\n\n## A\n\n- [x](https://x) - See [a](#a).\n"
    var options = RenderOptions.canonical
    options.contents = .always
    let once = try Renderer(options).render(SourceText(list), into: SourceText(readme))
    let text = String(decoding: once.bytes, as: UTF8.self)
    let expected = """
      # R \r\n

      ## A
      <!-- awesome:list -->

      ## T

      ### Contents

      - [A](#a-1)

      ### A

      - [x](https://x) - See [a](#a-1).

      <!-- /awesome:list -->
      tail  
      """
    #expect(text == expected)
    let twice = try Renderer(options).render(SourceText(list), into: SourceText(utf8: once.bytes))
    #expect(twice.bytes == once.bytes)
  }

  @Test(arguments: [
    "<!-- awesome:list -->\n", "<!-- /awesome:list -->\n<!-- awesome:list -->\n",
    "<!-- awesome:list -->\n<!-- awesome:list -->\n<!-- /awesome:list -->\n",
  ])
  func brokenMarkersAreAnError(_ target: String) throws {
    #expect(throws: RenderingError.self) {
      try Renderer().render(SourceText("# T\n"), into: SourceText(target))
    }
  }
}
