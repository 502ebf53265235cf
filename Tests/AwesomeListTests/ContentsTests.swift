import AwesomeList
import Markdown
import Source
import Testing

/// What is a contents list, what it covers, and what leads to a heading.
@Suite struct ContentsTests {
  private func list(_ text: String) throws -> List { try List(SourceText(text)) }

  @Test(arguments: [
    ("## 🎙️ Sound", ["\u{FE0F}-sound", "%EF%B8%8F-sound", "-sound"]),
    ("## 1️⃣ One", ["1\u{FE0F}\u{20E3}-one", "1-one", "1%EF%B8%8F%E2%83%A3-one"]),
    ("## 👨‍💻 Work", ["\u{200D}-work", "-work"]), ("## Tools ⚒️", ["tools-\u{FE0F}", "tools-"]),
    ("## Plain", ["plain", "user-content-plain"]),
  ])
  func everyFormOfAnAnchorLeadsToItsHeading(_ heading: String, _ fragments: [String]) throws {
    let list = try list("# T\n\n\(heading)\n\nText.\n")
    let anchor = try #require(list.sections.first?.anchor)
    for fragment in fragments { #expect(list.anchors.target(for: fragment) == anchor, "\(fragment)") }
    #expect(!list.anchors.resolves("sounds") && !list.anchors.resolves("-"))
  }

  @Test func anExactAnchorComesBeforeAnotherForm() throws {
    let list = try list("# T\n\n## ⚙️ A\n\nText.\n\n## - A\n\nText.\n")
    #expect(list.sections.map(\.anchor) == ["\u{FE0F}-a", "--a"])
    #expect(list.anchors.target(for: "--a") == "--a" && list.anchors.target(for: "-a") == "\u{FE0F}-a")
  }

  @Test func theContentsListOfAChapterIsNotTheDocuments() throws {
    let chapter = "## B\n\n### Contents\n\n- [C](#c)\n- [D](#d)\n\n### C\n\nText.\n\n### D\n\nText.\n"
    let list = try list("# T\n\n## A\n\nText.\n\n" + chapter)
    #expect(list.contents == nil)
    #expect(list.contentsLists.map(\.chapter?.title) == ["B"])
    let whole = try self.list("# T\n\n## Contents\n\n- [A](#a)\n- [B](#b)\n\n## A\n\nText.\n\n" + chapter)
    #expect(whole.contents?.list.links.map(\.text) == ["A", "B"])
    #expect(whole.contentsLists.map(\.chapter?.title) == [nil, "B"])
  }

  @Test(arguments: [
    "# T\n\n# Contents\n\n- [A](#a)\n- [B](#b)\n\n## A\n\nText.\n\n## B\n\nText.\n",
    "## T\n\n### Contents\n\n- [A](#a)\n- [B](#b)\n\n### A\n\nText.\n\n### B\n\nText.\n",
    "# T\n\n<p><a href=\"#a\">A</a> | <a href=\"#b\">B</a></p>\n\n## A\n\nText.\n\n## B\n\nText.\n",
  ])
  func theDocumentsContentsListMayBeAnywhereBeforeItsSections(_ text: String) throws {
    let contents = try list(text).contentsLists
    #expect(contents.count == 1 && contents[0].chapter == nil)
    #expect(try list(text).contentsRevisions().flatMap(\.changes).isEmpty)
    let more = text + text.suffix(14).replacing("B", with: "C")
    let changes = try list(more).contentsRevisions().flatMap(\.changes)
    #expect(changes.map(\.text) == ["C"])
  }

  @Test(arguments: [
    "See also:\n\n- [A](#a)\n- [Nope](#nope)\n", "- [Top](#t)\n", "Begin with [A](#a) or [B](#b).\n",
  ])
  func otherLinksIntoTheDocumentAreNoContentsList(_ links: String) throws {
    let text = "# T\n\n## A\n\nText.\n\n## B\n\n\(links)\n## C\n\nText.\n"
    #expect(try list(text).contentsLists.isEmpty)
  }

  @Test func aToolsRegionIsFromItsOpeningToItsClosingComment() throws {
    let text =
      "Text.\n\n<!-- START doctoc -->\n<!-- run doctoc to update -->\n\n- [A](#a)\n\n<!-- END doctoc -->\n\n<!-- toc -->\n\n- [A](#a)\n"
    let list = try list(text)
    let ranges = ManagedRegions(list.document).ranges
    #expect(ranges.map { list.document.source[$0].hasSuffix("END doctoc -->") } == [true])
  }

  @Test func aFurtherTitleBeginsAnotherPart() throws {
    let part = "## Contents\n\n- [A](#a)\n- [B](#b)\n\n## A\n\nText.\n\n## B\n\nText.\n\n"
    let both = try list("# T\n\n" + part + "# U\n\n" + "## C\n\nText.\n\n## D\n\nText.\n")
    #expect(both.contentsRevisions().flatMap(\.changes).isEmpty)
    let added = try list("# T\n\n" + part + "## C\n\nText.\n\n# U\n\nText.\n")
    #expect(added.contentsRevisions().flatMap(\.changes).map(\.text) == ["C"])
  }
}
