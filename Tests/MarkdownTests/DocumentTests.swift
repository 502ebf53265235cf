import Markdown
import Source
import Testing

@Suite struct DocumentTests {
  @Test(arguments: [
    ("[a](b)", "[a](b)", "a", "b", "b"),
    ("x [a](<b c> \"t\") y", "[a](<b c> \"t\")", "a", "b c", "b c"),
    (
      "- item\n  over two\n  lines [a\n  b](http://x/(y)) z", "[a\n  b](http://x/(y))", "a\n  b", "http://x/(y)",
      "http://x/(y)"
    ),
    ("> quote\nlazy [a](b)", "[a](b)", "a", "b", "b"),
    ("> quote\n> > deeper\n> > [a](\n> > b)", "[a](\n> > b)", "a", "b", "b"),
    ("<https://a.b/?x&y>", "<https://a.b/?x&y>", "https://a.b/?x&y", "https://a.b/?x&y", "https://a.b/?x&y"),
    ("see www.a.org, now", "www.a.org", "www.a.org", "www.a.org", "http://www.a.org"),
    (
      "see https://a.org/b_c_d now", "https://a.org/b_c_d", "https://a.org/b_c_d", "https://a.org/b_c_d",
      "https://a.org/b_c_d"
    ),
    ("**bold [`a|b` *x*](u&amp;v)**", "[`a|b` *x*](u&amp;v)", "`a|b` *x*", "u&amp;v", "u&v"),
    ("*a* &copy; \\[ &NotEqualTilde; [a](b\\_c)", "[a](b\\_c)", "a", "b\\_c", "b_c"),
    (" | a | b |\n |---|---|\n | `x\\|y` | [a\\|c](b) |", "[a\\|c](b)", "a\\|c", "b", "b"),
    ("Title [a](b)\n===\n", "[a](b)", "a", "b", "b"),
    ("- [x] [a](b)", "[a](b)", "a", "b", "b"),
    ("\u{FEFF}[a](b)", "[a](b)", "a", "b", "b"),
    ("---\ntitle: x\n---\n\n[a](b)", "[a](b)", "a", "b", "b"),
    ("one  \r\ntwo <b\r\nid=x> [a](b)", "[a](b)", "a", "b", "b"),
  ])
  func linksHaveTheirRanges(
    _ text: String, construct: String, label: String, written: String, destination: String
  ) throws {
    let document = try Document(SourceText(text))
    let link = try #require(document.links.first)
    #expect(document.links.count == 1)
    #expect(link.range.map { document.source[$0] } == construct)
    #expect(link.textRange.map { document.source[$0] } == label)
    #expect(link.destinationRange.map { document.source[$0] } == written)
    #expect(link.destination == destination)
  }

  /// The C library has a position for neither the text nor the header.
  @Test(arguments: [
    ("", "", ""), ("", "", "\n| [e](f) | y |"), ("> ", "> ", "\n> | [e](f) | y |"), ("- ", "  ", "\n  | [e](f) | y |"),
  ])
  func aParagraphBeforeATableHasItsRange(first: String, prefix: String, body: String) throws {
    let table = "| [c](d) | x |\n\(prefix)|---|---|"
    let text = "# Title\n\n\(first)more\n\(prefix)[a](b)\n\(prefix)\(table)\(body)\n\n[g](h)\n"
    let document = try Document(SourceText(text))
    let links = ["[a](b)", "[c](d)"] + (body.isEmpty ? [] : ["[e](f)"]) + ["[g](h)"]
    #expect(document.links.map { $0.range.map { document.source[$0] } } == links)
    #expect(document.blocks.map(\.range.lowerBound) == document.blocks.map(\.range.lowerBound).sorted())
    let blocks = document.allBlocks.map { document.source[$0.range] }
    #expect(blocks.contains("more\n\(prefix)[a](b)") && blocks.contains(table + body))
  }

  /// The C library starts all rows of a table at one column.
  @Test(arguments: [
    ("   ", ""), ("", "   "), (" ", " "), ("> ", ">"), (">   ", "> "), ("- ", "    "), ("> - ", ">    "),
  ])
  func anIndentedRowHasItsRange(first: String, prefix: String) throws {
    for header in ["a | b", "| a | b |", "text\n\(prefix)a | b"] {
      let rows = ["[c](d) | x", "| [e](f) | [g](h) |"]
      let text = "\(first)\(header)\n\(prefix)--|--\n" + rows.map { prefix + $0 + "\n" }.joined()
      let document = try Document(SourceText(text))
      let found = document.allBlocks.filter { $0.kind == .tableRow(isHeader: false) }
      #expect(found.map { document.source[$0.range] } == rows, "\(text)")
      let links = document.links.map { $0.range.map { document.source[$0] } }
      #expect(links == ["[c](d)", "[e](f)", "[g](h)"], "\(text)")
    }
  }

  @Test func referenceLinksHaveTheRangesOfTheirDefinitions() throws {
    let text = "[a][One] [two][] [three]\n\n[one]: http://1 \"t\"\n[two]: <http://2>\npara\n\n> [three]:\n> http://3\n"
    let document = try Document(SourceText(text))
    #expect(document.links.map(\.destination) == ["http://1", "http://2", "http://3"])
    #expect(document.links.map { $0.range.map { document.source[$0] } } == ["[a][One]", "[two][]", "[three]"])
    #expect(document.links.allSatisfy { $0.form == .reference && $0.destinationRange == nil })
    #expect(
      document.links.map { $0.definitionRange.map { document.source[$0] } } == ["http://1", "http://2", "http://3"])
    #expect(document.definitions.map(\.label) == ["one", "two", "three"])
    #expect(document.definitions.map { document.source[$0.destinationRange] } == ["http://1", "http://2", "http://3"])
  }

  @Test func definitionsHaveTheDestinationsOfTheirLinks() throws {
    let text = "[a] [B\n  c] [ẞ]\n\n[a]: u&amp;v\\_w\n[a]: other\n[b C]: <x y>\n[ss]: z&NotEqualTilde;\n"
    let document = try Document(SourceText(text))
    #expect(document.links.map(\.destination) == ["u&v_w", "x y", "z≂̸"])
    #expect(document.definitions.map(\.destination) == ["u&v_w", "other", "x y", "z≂̸"])
    #expect(
      document.links.map { $0.definitionRange.map { document.source[$0] } } == [
        "u&amp;v\\_w", "x y", "z&NotEqualTilde;",
      ])
  }

  @Test func imagesInLinksHaveTheirRanges() throws {
    let document = try Document(SourceText("# T [![alt](i.svg)](https://x)"))
    #expect(
      document.links.map { $0.range.map { document.source[$0] } } == ["[![alt](i.svg)](https://x)", "![alt](i.svg)"])
    #expect(document.links.map(\.isImage) == [false, true])
    #expect(document.blocks.first?.text == "T ")
  }

  @Test func blocksHaveTheirRanges() throws {
    let text = "A\n=\n\n- x\n  > q\n\n\n```sh\ncode\n```\n\n***\n"
    let document = try Document(SourceText(text))
    let blocks = document.blocks
    #expect(
      blocks.map(\.kind) == [
        .heading(level: 1), .list(start: nil, isTight: true), .code(isFenced: true), .thematicBreak,
      ])
    #expect(blocks.map { document.source[$0.range] } == ["A\n=", "- x\n  > q", "```sh\ncode\n```", "***"])
  }

  @Test(arguments: [
    "A\n=", "A\nB\n---", "[A](b\n)\n===  ", "`a\nb`\n-", "[r]: s\nA\n-", "> A\n> =", "- A\n  b\n  =",
  ])
  func aHeadingEndsWithItsUnderline(_ heading: String) throws {
    for rest in ["", "\n", "\nText\n", "\n\nText\n", "\n---\n", "\n# B\n"] {
      let document = try Document(SourceText(heading + rest))
      let block = try #require(document.allBlocks.first { if case .heading = $0.kind { true } else { false } })
      #expect(heading.hasPrefix(document.source[SourceRange(0, block.range.upperBound)]))
      #expect(["=", "-"].contains(document.source[block.range].last), "\(document.source[block.range])")
    }
  }

  @Test func footnoteDefinitionsAreInTheOrderOfTheText() throws {
    let document = try Document(SourceText("a[^1]\n\n[^1]: note [l](u)\n\nb [m](v)\n"))
    #expect(document.blocks.map(\.kind) == [.paragraph, .footnoteDefinition, .paragraph])
    #expect(document.links.map(\.destination) == ["u", "v"])
  }

  @Test func frontMatterIsNotMarkdown() throws {
    let document = try Document(SourceText("---\ntitle: A\n---\n# B\n"))
    #expect(document.frontMatter == SourceRange(0, 17))
    #expect(document.blocks.map(\.kind) == [.heading(level: 1)])
    #expect(try Document(SourceText("---\n\n# B\n\n---\n")).frontMatter == nil)
  }
}

@Suite struct ParallelParsingTests {
  @Test func concurrentParsesFindBareLinks() async throws {
    let text = SourceText(String(repeating: "See https://example.org/a and ~~this~~.\n\n", count: 200))
    let counts = await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<64 { group.addTask { try? Document(text).links.count } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.allSatisfy { $0 == 200 })
  }
}
