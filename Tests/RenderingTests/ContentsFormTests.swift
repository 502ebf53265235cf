import Rendering
import Source
import Testing

/// A contents list is edited in the form that it has, unless it is left out.
@Suite struct ContentsFormTests {
  private static let sections =
    "## A\n\n- [x](https://x.y) - X.\n\n### A1\n\n- [q](https://q.y) - Q.\n\n## B\n\n- [z](https://z.y) - Z.\n\n## C & D\n\n- [w](https://w.y) - W.\n\n## License\n\nMIT\n"
  private static let one = "- [A](#a)\n- [B](#b)\n- [C & D](#c--d)\n"

  @Test(arguments: [
    (
      "[A](#a) • [B](#b) • [License](#license)\n",
      "[A](#a) • [B](#b) • [C & D](#c--d) • [License](#license)\n"
    ),
    (
      "<ul>\n<li><a href=\"#a\">A</a></li>\n<li><a href='#b'><b>B</b></a></li>\n</ul>\n",
      "<ul>\n<li><a href=\"#a\">A</a></li>\n<li><a href='#b'><b>B</b></a></li>\n<li><a href='#c--d'><b>C &amp; D</b></a></li>\n</ul>\n"
    ),
    (
      "<p align=\"center\">\n  <a href=\"#a\">A</a> |\n  <a href=\"#b\">B</a>\n</p>\n",
      "<p align=\"center\">\n  <a href=\"#a\">A</a> |\n  <a href=\"#b\">B</a> |\n  <a href=\"#c--d\">C &amp; D</a>\n</p>\n"
    ),
    (
      "| Section |\n|---|\n| [A](#a) |\n| [B](#b) |\n",
      "| Section |\n|---|\n| [A](#a) |\n| [B](#b) |\n| [C & D](#c--d) |\n"
    ),
    (
      "| [A](#a) | [A1](#a1) |\n|---|---|\n| [B](#b) | |\n",
      "| [A](#a) | [A1](#a1) |\n|---|---|\n| [B](#b) | |\n| [C & D](#c--d) |\n"
    ),
    ("1. **[A](#a)**\n2. **[B](#b)**\n", "1. **[A](#a)**\n2. **[B](#b)**\n3. **[C & D](#c--d)**\n"),
    ("1. [Gone](#gone)\n2. [A](#a)\n3. [C & D](#c--d)\n", "1. [A](#a)\n2. [B](#b)\n3. [C & D](#c--d)\n"),
    ("- [A](#a)\n\n- [C & D](#c--d)\n", "- [A](#a)\n\n- [B](#b)\n\n- [C & D](#c--d)\n"),
    ("- [A](#a)\n  - [A1](#a1)\n- [B](#b)\n", "- [A](#a)\n  - [A1](#a1)\n- [B](#b)\n- [C & D](#c--d)\n"),
    ("- [A](#a)\n- [A1](#a1)\n- [C & D](#c--d)\n", "- [A](#a)\n- [A1](#a1)\n- [B](#b)\n- [C & D](#c--d)\n"),
    ("- [B](#b)\n- [A](#a)\n", "- [B](#b)\n- [C & D](#c--d)\n- [A](#a)\n"),
  ])
  func everyFormStays(_ contents: String, expected: String) throws {
    let start = "# T\n\n## Contents\n\n"
    #expect(try render(start + contents + "\n" + Self.sections) == start + expected + "\n" + Self.sections)
    // A table with words has more than a generated list.
    if contents.hasPrefix("| Section") { return }
    let without = try render("# T\n\n## Contents\n\n" + contents + "\n" + Self.sections, .never)
    #expect(without == "# T\n\n" + Self.sections)
  }

  @Test(arguments: [
    "[A](#a) has words, [B](#b) too\n", "- [A](#a)\n- [B](#b)\n- [C & D](#c--d)\n- [Site](https://s.t)\n",
    "- [A](#a) 12\n- [B](#b)\n- [All](#c--d)\n", "<p>My <a href=\"#a\">A</a></p>\n",
    "- [x] [A](#a)\n- [ ] [B](#b)\n- [ ] [C & D](#c--d)\n", "- [A](#a)\n- [Best](#best)\n- [B](#b)\n- [C & D](#c--d)\n",
  ])
  func whatNeedsNoChangeOrHasNoPlaceStays(_ contents: String) throws {
    let text = "# T\n\n## Contents\n\n\(contents)\n\(Self.sections)\n<a id=\"best\"></a> The best\n"
    #expect(try render(text) == text)
    #expect(try render(text, .always) == text, "there is one already")
  }

  @Test func aLinkToAnExplicitAnchorStays() throws {
    let text =
      "# T\n\n## Contents\n\n- [A](#first)\n- [B](#b)\n- [C & D](#c--d)\n\n<a name=\"first\"></a>\n\n\(Self.sections)"
    #expect(try render(text) == text)
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
}
