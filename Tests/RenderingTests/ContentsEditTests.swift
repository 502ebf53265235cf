import Source
import Testing

@testable import Rendering

/// A contents list is edited, not rewritten.
@Suite struct ContentsEditTests {
  private static func sections(_ names: String...) -> String {
    names.enumerated().map { number, name in
      let level = name.prefix { $0 == ">" }.count
      return "\n##" + String(repeating: "#", count: level)
        + " \(name.dropFirst(level))\n\n- [e\(number)](https://e.org/\(number)) - E.\n"
    }.joined()
  }

  private func expectChange(
    _ contents: String, to expected: String, _ sections: String, location: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let text = "# T\n\n## Contents\n\n" + contents + sections
    let wanted = "# T\n\n## Contents\n\n" + expected + sections
    #expect(try render(text) == wanted, sourceLocation: location)
  }

  @Test func groupsUnderLabelsStay() throws {
    let groups = "**Land**\n\n- [Cars](#cars)\n\n**Sea**\n\n- [Boats](#boats)\n- [Buoys](#buoys)\n"
    try expectChange(groups, to: groups, Self.sections("Cars", "Boats", "Buoys"))
    try expectChange(
      groups, to: groups.replacing("- [Cars](#cars)\n", with: "- [Cars](#cars)\n- [Trams](#trams)\n"),
      Self.sections("Cars", "Trams", "Boats", "Buoys"))
  }

  @Test func groupsUnderHeadingsStay() throws {
    let groups = "### Land\n\n- [Cars](#cars)\n\n### Sea\n\n- [Boats](#boats)\n"
    try expectChange(
      groups, to: groups + "- [Buoys](#buoys)\n", Self.sections("Cars", "Boats", "Buoys"))
  }

  @Test func aChaptersContentsListCoversTheChapter() throws {
    let chapter = "## One-liners\n\n##### Table of Contents\n\n- [sed](#sed)\n- [awk](#awk)\n"
    let rest = "\n##### sed\n\n- [a](https://a.org) - A.\n\n##### awk\n\n- [b](https://b.org) - B.\n"
    let text = "# T\n" + Self.sections("Books", "Tools") + "\n" + chapter + rest
    #expect(try render(text) == text)
    let added = "\n##### tr\n\n- [c](https://c.org) - C.\n"
    #expect(try render(text + added) == text.replacing("(#awk)\n", with: "(#awk)\n- [tr](#tr)\n") + added)
  }

  @Test func anAnchorOfAHeadingsOwnIsPreferredToACountedOne() throws {
    let sections = Self.sections("F", "<a id=\"fsharp\"></a>F#", "<a name=\"fstar\"></a>F*", "F++")
    try expectChange(
      "- [F](#f)\n- [F#](#fsharp)\n", to: "- [F](#f)\n- [F#](#fsharp)\n- [F\\*](#fstar)\n- [F++](#f-3)\n",
      sections)
  }

  @Test func oneSubsectionDoesNotBringInAll() throws {
    try expectChange(
      "- [A](#a)\n- [A2](#a2)\n- [B](#b)\n- [C](#c)\n",
      to: "- [A](#a)\n- [A2](#a2)\n- [B](#b)\n- [C](#c)\n- [D](#d)\n",
      Self.sections("A", ">A1", ">A2", "B", ">B1", "C", "D", ">D1"))
  }

  @Test func subsectionsFollowWhereNearlyAllAreListed() throws {
    try expectChange(
      "- [A](#a)\n  - [A1](#a1)\n  - [A2](#a2)\n- [B](#b)\n  - [B1](#b1)\n",
      to:
        "- [A](#a)\n  - [A0](#a0)\n  - [A1](#a1)\n  - [A2](#a2)\n- [B](#b)\n  - [B1](#b1)\n- [C](#c)\n  - [C1](#c1)\n",
      Self.sections("A", ">A0", ">A1", ">A2", "B", ">B1", "C", ">C1"))
  }

  @Test func sectionsBeforeTheContentsListStayOut() throws {
    let text = "# T\n\n#### How to read\n\nSlowly.\n\n## Contents\n\n- [A](#a)\n" + Self.sections("A", "B")
    #expect(try render(text) == text.replacing("- [A](#a)\n", with: "- [A](#a)\n- [B](#b)\n"))
  }

  @Test func sectionsAboutTheProjectAreNeitherAddedNorTakenOut() throws {
    let sections = Self.sections("A", "Related Lists", "Sponsors", "Thanks", "Contributing", "Licence")
    try expectChange("- [A](#a)\n", to: "- [A](#a)\n", sections)
    try expectChange("- [A](#a)\n- [Licence](#licence)\n", to: "- [A](#a)\n- [Licence](#licence)\n", sections)
  }

  @Test func itemsThatLeadNowhereAreMendedOrTakenOut() throws {
    let text =
      "# T\n\n## Contents\n\n- [Big cats](#cats)\n- [Dogs](#dog)\n- Fish\n- [Gone](#gone)\n- [Owls](#owls)\n"
      + Self.sections("Big Cats", "Dogs", "Fish", "Owls")
    let expected = text.replacing("#cats", with: "#big-cats").replacing("#dog)", with: "#dogs)")
      .replacing("- Fish\n- [Gone](#gone)\n", with: "- [Fish](#fish)\n")
    #expect(try render(text) == expected)
    let changes = try Renderer().render(SourceText(text)).contentsChanges
    #expect(changes.map(\.kind) == [.mended, .mended, .mended, .takenOut])
    #expect(changes.map(\.line) == [5, 6, 7, 8])
    #expect(changes.map(\.text) == ["Big cats", "Dogs", "Fish", "Gone"])
  }

  @Test func anItemThatMeansTheSectionBelowTheOneAboveIsMended() throws {
    try expectChange(
      "- [A](#a)\n  - [X](#x)\n- [B](#b)\n  - [X](#x)\n", to: "- [A](#a)\n  - [X](#x)\n- [B](#b)\n  - [X](#x-1)\n",
      Self.sections("A", ">X", "B", ">X"))
  }

  @Test func mostlyDeadItemsAreNotTakenOut() throws {
    let text = "# T\n\n## Contents\n\n- [A](#a)\n- [B](#page-b)\n- [C](#page-c)\n" + Self.sections("A")
    #expect(try render(text) == text)
  }

  @Test(arguments: [
    ("<!-- START doctoc generated TOC -->", "<!-- END doctoc generated TOC -->"),
    ("<!-- MarkdownTOC depth=2 -->", "<!-- /MarkdownTOC -->"), ("<!-- BEGIN mktoc -->", "<!-- END mktoc -->"),
    ("<!-- toc -->", "<!-- tocstop -->"), ("<!-- prettier-ignore-start -->", "<!-- prettier-ignore-end -->"),
    ("<!--ts-->", "<!--te-->"), ("<!-- prettier-ignore -->", ""),
    ("<!-- vim-markdown-toc GFM -->", "<!-- vim-markdown-toc -->"),
  ])
  func whatAnotherToolManagesIsLeftToIt(_ start: String, end: String) throws {
    let text = "# T\n\n## Contents\n\n\(start)\n\n- [A](#a)\n- [Old](#old)\n\n\(end)\n" + Self.sections("A", "B")
    let rendered = try Renderer().render(SourceText(text))
    #expect(String(decoding: rendered.bytes, as: UTF8.self).contains("- [A](#a)\n- [Old](#old)\n\n\(end)"))
    #expect(rendered.contentsChanges.isEmpty)
  }

  @Test func noAddressChangesAByteAndNoTextIsEscapedWithoutNeed() throws {
    try expectChange(
      "- [Caf\u{E9}s](#caf%c3%a9s)\n- [A](#a)\n",
      to: "- [Caf\u{E9}s](#caf%c3%a9s)\n- [A](#a)\n- [snake_case & R&D](#snake_case--rd)\n- [a \\[b\\]](#a-b)\n",
      Self.sections("Caf\u{E9}s", "A", "snake_case & R&D", "a [b]"))
  }

  @Test func emojiAreLeftOutWhereItemsLeaveThemOut() throws {
    let sections = Self.sections("🎨 Art", "🐝 Bees", "🐱 Cats")
    try expectChange(
      "- [Art](#-art)\n- [Bees](#-bees)\n", to: "- [Art](#-art)\n- [Bees](#-bees)\n- [Cats](#-cats)\n", sections)
    try expectChange("- [🎨 Art](#-art)\n", to: "- [🎨 Art](#-art)\n- [🐝 Bees](#-bees)\n- [🐱 Cats](#-cats)\n", sections)
  }

  @Test(arguments: ["#\u{FE0F}-sound", "#%EF%B8%8F-sound", "#-sound"])
  func everyFormOfAnEmojisAnchorStays(_ address: String) throws {
    let contents = "- [🎙️ Sound](\(address))\n- [A](#a)\n"
    try expectChange(contents, to: contents, Self.sections("🎙️ Sound", "A"))
  }

  @Test func aSectionThatIsToBeOmittedIsNotAdded() throws {
    let contents = "- [A](#a)\n"
    try expectChange(contents, to: contents, Self.sections("A", "Z <!-- omit in toc -->"))
  }

  @Test func theConfiguredDepthTakesOutWhatIsDeeper() throws {
    let sections = Self.sections("A", ">A1", ">A2", "B", ">B1")
    let text = "# T\n\n## Contents\n\n- [A](#a)\n  - [A1](#a1)\n- [B](#b)\n" + sections
    #expect(try render(text) { $0.contentsDepth = 1 } == "# T\n\n## Contents\n\n- [A](#a)\n- [B](#b)\n" + sections)
    #expect(
      try render(text) { $0.contentsDepth = 2 }
        == "# T\n\n## Contents\n\n- [A](#a)\n  - [A1](#a1)\n  - [A2](#a2)\n- [B](#b)\n  - [B1](#b1)\n" + sections)
  }

  @Test func linksToHeadingsOutsideOfContentsListsStay() throws {
    let text =
      "# T\n\n## Contents\n\n- [A](#a)\n- [B](#b)\n" + Self.sections("A")
      + "\nSee also:\n\n- [B](#b)\n- [Nope](#nope)\n"
      + Self.sections("B")
    #expect(try render(text) == text)
  }
}
