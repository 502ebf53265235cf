import Rendering
import Source
import Testing

/// A contents list in any form is replaced, unless it has more content than a generated one.
@Suite struct ContentsFormTests {
  private static let sections =
    "## A\n\n- [x](https://x.y) - X.\n\n### A1\n\n- [q](https://q.y) - Q.\n\n## B\n\n- [z](https://z.y) - Z.\n\n## License\n\nMIT\n"
  private static let one = "- [A](#a)\n- [B](#b)\n"
  private static let two = "- [A](#a)\n  - [A1](#a1)\n- [B](#b)\n"

  @Test(arguments: [
    ("[A](#a) • [B](#b) | [License](#license)\n", one),
    ("<ul>\n<li><a href=\"#a\">A</a></li>\n<li><a href='#b'>B</a></li>\n</ul>\n", one),
    ("| [A](#a) | [A1](#a1) |\n|---|---|\n| [B](#b) | |\n", two),
    ("1. **[A](#a)**\n2. [`B`](#b)\n", one),
    ("* [A](#a)\n* [A1](#a1)\n* [B](#b)\n", two),
    ("- [B](#b)\n- [Old](#old)\n", one),
  ])
  func everyFormBecomesAList(_ contents: String, expected: String) throws {
    for start in ["# T\n\n## Contents\n\n", "# T\n\n**Table of Contents**\n\n", "# T\n\n"] {
      // Without a heading or label, only a block that links to every section is a contents list.
      if start == "# T\n\n", !contents.contains("#a)"), !contents.contains("#a\"") { continue }
      if start.contains("**"), !contents.contains("- "), !contents.contains("* "), !contents.contains("1. ") {
        continue
      }
      #expect(try render(start + contents + "\n" + Self.sections) == start + expected + "\n" + Self.sections)
    }
    let without = "# T\n\n" + Self.sections
    #expect(try render("# T\n\n## Contents\n\n" + contents + "\n" + Self.sections, .never) == without)
  }

  @Test(arguments: [
    "[A](#a) has words\n", "- [A](#a)\n- [B](#b)\n- [Site](https://s.t)\n", "- [A](#a) 12\n- [B](#b)\n",
    "<p>My <a href=\"#a\">A</a></p>\n", "- [x] [A](#a)\n- [ ] [B](#b)\n", "- [A](#a)\n- [![B](b.png)](#b)\n",
    "- [A](#a)\n- [Best of all](#best)\n",
  ])
  func aContentsListWithOtherContentIsKept(_ contents: String) throws {
    let text = "# T\n\n## Contents\n\n\(contents)\n\(Self.sections)\n<a id=\"best\"></a> The best\n"
    #expect(try render(text) == text)
    #expect(try render(text, .always) == text, "there is one already")
  }

  @Test func aLinkToAnExplicitAnchorMeansTheSectionOfItsText() throws {
    let text = "# T\n\n## Contents\n\n- [A](#first)\n- [B](#b)\n\n<a name=\"first\"></a>\n\n\(Self.sections)"
    #expect(try render(text) == text.replacing("(#first)", with: "(#a)"))
  }

  @Test func aHeadingWithoutAListGetsOneOnRequest() throws {
    let text = "# T\n\n## Contents\n\n" + Self.sections
    #expect(try render(text) == text)
    #expect(try render(text, .always) == "# T\n\n## Contents\n\n\(Self.one)\n\(Self.sections)")
  }

  @Test func aHeadingAboveAllSectionsGetsItsListBack() throws {
    let text = "# T\n\n# Contents\n\n\(Self.one)\n\(Self.sections)"
    let without = "# T\n\n# Contents\n\n\(Self.sections)"
    #expect(try render(text) == text)
    #expect(try render(text, .never) == without)
    #expect(try render(without, .always) == text)
  }

  @Test func aListDirectlyAboveStaysSeparate() throws {
    let text = "# T\n\n- [m](https://m.n)\n\n1. [A](#a)\n2. [B](#b)\n\n" + Self.sections
    #expect(try render(text) == "# T\n\n- [m](https://m.n)\n\n* [A](#a)\n* [B](#b)\n\n\(Self.sections)")
  }
}
