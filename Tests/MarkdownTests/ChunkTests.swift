import Foundation
import Source
import TestSupport
import Testing

@testable import Markdown

/// A text parsed in chunks equals the text parsed as a whole.
struct ChunkTests {
  private func chunkCount(_ text: String, size: Int) throws -> Int {
    let source = SourceText(text)
    return ChunkPlan(of: source, from: 0, size: size, try ParsingLimits.check(source)).ranges.count
  }

  private func expectSame(_ source: SourceText, size: Int, _ comment: String) throws {
    let whole = try Document(source, chunkSize: .max / 2).tree
    let divided = try Document(source, chunkSize: size).tree
    #expect(divided.nodes == whole.nodes, Comment(rawValue: comment))
    #expect(divided.literals == whole.literals, Comment(rawValue: comment))
    #expect(divided.links == whole.links, Comment(rawValue: comment))
    #expect(divided.definitions == whole.definitions, Comment(rawValue: comment))
  }

  @Test func aLargeTextIsDividedAtHeadings() throws {
    let section = "## Section\n\n- [a](https://a.example) - A.\n\n"
    #expect(try chunkCount(String(repeating: section, count: 100), size: 400) > 5)
    #expect(try chunkCount(String(repeating: "> " + section, count: 100), size: 400) == 1)
    #expect(try chunkCount(String(repeating: section, count: 100), size: 1 << 16) == 1)
    #expect(try chunkCount("[^1]\n\n" + String(repeating: section, count: 100), size: 400) == 1)
  }

  /// Fragments that may continue after a heading, or refer to another chunk.
  private static let pieces = [
    "```\ncode\n", "~~~ sh\n", "```\n", "<!-- comment\n", "-->\n", "<script>\n", "</script>\n", "<div>\n\n",
    "<pre>\n", "</pre>\n", "- item\n\n  ```\n  in it\n", "> quote\n> ```\n", "- item\n\n  <!--\n",
    "[a]: https://a.example\n", "[A]: https://other.example \"title\"\n", "[b]:\nhttps://b.example\n",
    "[c]: https://c.example\n\"late title\"\n", "- [d]: https://d.example\n", "text [a]: not one\n",
    "see [a], [A][], [b](x) and ![it][c] [d]\n", "~~gone~~ and ~this~ too\n", "http://x.example/~me\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "1. one\n2. two\n", "- a\n\n- b\n\n", "    indented\n\n", "Title\n===\n",
    "\u{0}\u{85} é 🚀\n", "text\r\nmore\r\n\r\n", "* * *\n", "text\n| a | b |\n|---|---|\n", "- a\n\n      code\n\n",
    "&amp; \\[a\\]: x\n", "[a\\]]: y\n", "  \n", "\t\n",
  ]

  @Test(arguments: 0..<40) func randomTextsAreTheSameInChunks(seed: UInt64) throws {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for round in 0..<25 {
      var text = draw(8) == 0 ? "\u{FEFF}" : draw(8) == 0 ? "---\na: b\n---\n" : ""
      for _ in 0..<(10 + draw(40)) {
        text += Self.pieces[draw(Self.pieces.count)]
        if draw(3) == 0 { text += draw(4) == 0 ? "\r\n\r\n## H\r\n\r\n" : "\n\n# Heading\n\n" }
        if draw(12) == 0 { text += String(repeating: "Text that fills a part up. ", count: 40) + "\n\n" }
      }
      for size in [1, 100, 300, 2_000] { try expectSame(SourceText(text), size: size, "seed \(seed), round \(round)") }
    }
  }

  /// The end of a chunk with definitions after it.
  @Test(arguments: [
    "- item\n\n  ```\n  in it\n", "- item\n\n  ```\n  in it\n\n", "- item\n\n  <!--\n  in it\n\n", "> ```\n> in it\n",
    "    code\n\n\n", "\tcode\n    \n", "- a\n\n      code\n\n", "* * *\n\n", "- a\n\n- b\n\n", "-\n", "> quote\n>\n",
    "text\n| a | b |\n|---|---|\n", "[a]: x\n| a | b |\n|---|---|\n", "[a]: x\ntext\n| a | b |\n|---|---|\n| 1 | 2 |\n",
  ])
  func theEndOfAChunkIsTheSame(_ end: String) throws {
    let fill = String(repeating: "Text that fills [a] part up.\n", count: 8) + "\n"
    for (definition, count) in [("[d]: https://d.example\n", 3), ("", 3)] {
      let text = "\(fill)\(end)\n# Heading\n\n\(fill)\(end)\n# Last\n\n\(fill)\(end)\n\(definition)"
      if !end.contains("]:") { #expect(try chunkCount(text, size: 200) == count) }
      for size in [100, 200, 300] { try expectSame(SourceText(text), size: size, text.debugDescription) }
    }
  }

  /// A block that ends at or before a heading does not prevent chunks.
  @Test(arguments: [
    ("```\ncode\n```\n", true), ("<div>\n", true), ("<!-- comment -->\n", true),
    ("- a\n\n  ```\n  code\n  ```\n", true),
    ("```\ncode\n", false), ("<!-- comment\n", false), ("<script>\n", false), ("- a\n\n  ```\n  code\n", false),
  ])
  func onlyAnOpenBlockNeedsTheNextChunk(end: String, isComplete: Bool) throws {
    let source = SourceText("# A\n\n\(end)\n# B\n\nText that is long enough for a part.\n")
    let plan = ChunkPlan(of: source, from: 0, size: 10, try ParsingLimits.check(source))
    var parser = ChunkParser(source, plan.ranges[0], of: plan)
    let chunk = try parser.parse()
    #expect(plan.ranges.count > 1 && (chunk.isSelfContained && !chunk.endsInHeading) == isComplete)
  }

  /// The parser balances at most 32 parentheses, so the first line is not a definition, nor is the next.
  @Test func unbalancedParenthesesAreNotADefinition() throws {
    let nested = String(repeating: "(", count: 33) + String(repeating: ")", count: 33)
    let uses = String(repeating: "Text that uses [a] and [b].\n", count: 10) + "\n"
    let text = "[a]: x\(nested)\n[b]: y\n\n\(uses)# B\n\n\(uses)# C\n\n\(uses)"
    try expectSame(SourceText(text), size: 300, "nested")
    #expect(try Document(SourceText(text)).definitions.isEmpty)
  }

  /// The parser keeps a title that is in fact the text of a paragraph.
  @Test func aFailedTitleIsTheSame() throws {
    let uses = String(repeating: "Text that uses [a].\n", count: 10) + "\n"
    let text = "\(uses)# B\n\n[a]: x\n\"title\nof\" nothing\n\n\(uses)"
    try expectSame(SourceText(text), size: 100, "title")
  }

  @Test func referencesToOtherChunksAreResolved() throws {
    let uses = String(repeating: "- [name][icon] ![icon] [other]\n", count: 60) + "\n"
    let text =
      "# List\n\n\(uses)## Middle\n\n[icon]: https://i.example 'Icon'\n[ICON]: https://second.example\n\n\(uses)"
      + "## End\n\n\(uses)[other]: <https://o.example>\n"
    let source = SourceText(text)
    #expect(try chunkCount(text, size: 1_000) == 3)
    try expectSame(source, size: 1_000, "references")
    let document = try Document(source, chunkSize: 1_000)
    #expect(document.links.count == 540)
    #expect(document.links.allSatisfy { $0.form == .reference && !$0.destination.contains("second") })
  }

  /// Newer versions of the C library stop resolving references when they have doubled the size of a text.
  @Test func theExpansionLimitOfReferencesIsNoticed() throws {
    func isWithinLimit(useCount: Int) throws -> Bool {
      let address = "https://a.example/" + String(repeating: "x", count: 82)
      let text = String(repeating: "[a] ", count: useCount) + "\n\n[a]: \(address)\n"
      let source = SourceText(text)
      let plan = ChunkPlan(of: source, from: 0, size: .max / 2, try ParsingLimits.check(source))
      var parser = ChunkParser(source, 0..<source.bytes.count, of: plan)
      return try parser.parse().isWithinExpansionLimit
    }
    #expect(try isWithinLimit(useCount: 1_000))
    #expect(try !isWithinLimit(useCount: 1_001))
    let uses = String(repeating: "[a]", count: 3_000) + "\n\n"
    let address = "https://a.example/" + String(repeating: "x", count: 100)
    let text = "# A\n\n\(uses)# B\n\n\(uses)# C\n\n\(uses)[a]: \(address)\n"
    try expectSame(SourceText(text), size: 4_000, "expansion")
  }

  @Test(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)), arguments: Corpus.files)
  func realListsAreTheSameInChunks(_ file: URL) throws {
    let source = SourceText(utf8: Array(try Data(contentsOf: file)))
    for size in [1 << 12, 1 << 14, 1 << 16] { try expectSame(source, size: size, file.lastPathComponent) }
  }
}
