import AwesomeList
import Rendering
import Source
import Testing

/// The form of a list stays its own; only exceptions to it change.
@Suite struct OwnStyleTests {
  @Test(arguments: [
    "Title\n=====\n\n\n*  [a](http://a.b)\n*  [c](http://c.d)  \n\n\n***\n\n~~~ js\nx\n~~~\nText\n",
    "wrapped\n  line &amp; \\_ x_y\\[ [r][R] <http://e.f/%e8>\n\n[R]: <http://x.y>   \"t\"\n  \n[unused]: http://u.v 'w'\n",
    "# T #\r\n\r\n- [a](http://a.b)\r\n\r\n\r\n- [c](http://c.d)\r\n",
    "- a\n\t- b\n\t\t- c\n\t\t- d\n",
    "| a |b|\n|---|:-:|\n| x  | y |\n",
    "- a\n\n* b\n\n- c\n", "1. a\n1. b\n1. c\n", "3) a\n4) b\n", "*a* _b_\n",
    "- a\nlazy\n- b\n   three\n", "    code\n\ntext  \nbreak\\\nend\n",
    "- [x] a\n- [ ] b\n\n  para\n\n      code\n",
    "> - a\n>   > b\n>\n> 1. c\n", "<div>\n\n- a\n\n</div>\n\n\n\n",
    "- a\n  - b\n  - c\n- d\n\n* e\n\n<!-- -->\n\n- f\n",
    "- a\n- b: ```\n  c\n  ```\n</p>\n<p>d</p>\n", "* a\n* b\n  - c\n  - d\n  - e\n",
    "- a\n- b\n-   c\n    - d\n- e\n-   f\n",
    "[^1]: unused\n\ntext[^2]\n\n[^2]: used\n",
  ])
  func whatHasNoExceptionIsKept(_ text: String) throws {
    #expect(try Self.render(text) == text)
  }

  @Test(arguments: [
    ("* a\n* b\n\ntext\n\n- c\n", "* a\n* b\n\ntext\n\n* c\n"),
    ("- a\n- b\n  * c\n- d\n", "- a\n- b\n  - c\n- d\n"),
    ("_a_ _b_ *c*, **d** **e** __f__\n", "_a_ _b_ _c_, **d** **e** **f**\n"),
    ("_a_ _b_ x*c*y *d_e*\n", "_a_ _b_ x*c*y *d_e*\n"),
    ("* * *\n\na\n\n* * *\n\n* * *\n\nb\n\n----\n\nc\n***\n", "* * *\n\na\n\n* * *\n\n* * *\n\nb\n\n* * *\n\nc\n***\n"),
    ("```\na\n```\n\n```\nb\n```\n\n~~~~ c\nd\n~~~~\n", "```\na\n```\n\n```\nb\n```\n\n```` c\nd\n````\n"),
    ("```\na\n```\n\n```\nb\n```\n\n~~~\n```\n~~~\n", "```\na\n```\n\n```\nb\n```\n\n~~~\n```\n~~~\n"),
    ("1. a\n2. b\n2. c\n4. d\n", "1. a\n2. b\n3. c\n4. d\n"),
    ("1. a\n1. b\n\nx\n\n1. c\n1. d\n\ny\n\n1. e\n2. f\n", "1. a\n1. b\n\nx\n\n1. c\n1. d\n\ny\n\n1. e\n1. f\n"),
    ("1. a\n2. b\n\ntext\n\n1) c\n", "1. a\n2. b\n\ntext\n\n1. c\n"),
    (
      "- a\n  - b\n- c\n  - d\n- e\n  - f\n- g\n    - h\n      i\n\n      j\n",
      "- a\n  - b\n- c\n  - d\n- e\n  - f\n- g\n  - h\n    i\n\n    j\n"
    ),
    ("- a\n - b\n- c\n", "- a\n- b\n- c\n"), ("-  a\n-  b\n- c\n", "-  a\n-  b\n-  c\n"),
    ("- a\n- b\n- c\n-   d\n\n    e\n    - f\n", "- a\n- b\n- c\n- d\n\n  e\n    - f\n"),
    ("9. a\n10. b\n10. c\n    - d\n12. e\n", "9. a\n10. b\n11. c\n    - d\n12. e\n"),
    ("8. a\n9. b\n9. c\n\n   d\n11. e\n12. f\n", "8. a\n9. b\n10. c\n\n    d\n11. e\n12. f\n"),
    ("- a\r\n- b\r\n- c\n", "- a\r\n- b\r\n- c\r\n"), ("text", "text\n"),
    ("# A\n\n ## B\n\n## C\n", "# A\n\n## B\n\n## C\n"), ("\u{FEFF}# A\n", "# A\n"),
  ])
  func exceptionsAreBroughtInLine(_ text: String, expected: String) throws {
    #expect(try Self.render(text) == expected)
  }

  @Test func damageIsRepairedInPlace() throws {
    #expect(try Self.render("*  Caf\u{C3}\u{A9}  \n\n\n*  b\n") == "*  Café  \n\n\n*  b\n")
  }

  @Test func headingsAreLoweredInAnotherFileAndNothingElseChanges() throws {
    let list = "\n\nTitle of\n_two_ lines\n---\n\n\n* a\n> Q\n> ===\n\n## S ##\n\n###### T\n\n\n"
    let target = SourceText("# R\n\n<!-- awesome:list -->\n<!-- /awesome:list -->\n")
    let text = String(decoding: try Renderer().render(SourceText(list), into: target).bytes, as: UTF8.self)
    #expect(
      text
        == "# R\n\n<!-- awesome:list -->\n\n### Title of _two_ lines\n\n\n* a\n> ## Q\n\n### S ##\n\n###### T\n\n<!-- /awesome:list -->\n"
    )
  }

  @Test func aHeaderAndAFooterReplaceTheBlankLinesThere() throws {
    var options = RenderOptions()
    (options.header, options.footer) = ("H", "F")
    let text = try Self.render("\n\n# T\n* a\n\n\n", options)
    #expect(text.contains("<!-- /awesome:header -->\n\n# T\n* a\n\n<!-- awesome:footer -->"))
  }

  @Test func aContentsListHasTheUsualBullet() throws {
    var options = RenderOptions()
    options.contents = .always
    let text = try Self.render("# T\n## A\n* [x](https://x.y)\n\n\n## B\n* [z](https://z.y)\n", options)
    #expect(
      text == "# T\n\n## Contents\n\n* [A](#a)\n* [B](#b)\n\n## A\n* [x](https://x.y)\n\n\n## B\n* [z](https://z.y)\n")
    options.contents = .never
    #expect(try Self.render(text, options) == "# T\n\n## A\n* [x](https://x.y)\n\n\n## B\n* [z](https://z.y)\n")
  }

  @Test func entriesAreSortedAsTheyAreWritten() throws {
    var options = RenderOptions()
    options.order = NameOrder()
    let text =
      "*   [c](http://c.d) - C,\n    and more.\n*   [b](http://b.d)\n    *   [y](http://y.d)\n    *   [x](http://x.d)\n\n\nText\n"
    #expect(
      try Self.render(text, options)
        == "*   [b](http://b.d)\n    *   [x](http://x.d)\n    *   [y](http://y.d)\n*   [c](http://c.d) - C,\n    and more.\n\n\nText\n"
    )
  }

  private static func render(_ text: String, _ options: RenderOptions = RenderOptions()) throws -> String {
    try RenderingTests.render(text, options)
  }
}
