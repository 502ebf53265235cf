import Markdown
import Source
import Testing

@Suite struct ParsingLimitsTests {
  /// A recipe for a text, because the test's report prints its arguments.
  struct Recipe: Sendable, CustomTestStringConvertible {
    let parts: [(piece: String, count: Int)]
    var text: String { parts.map { String(repeating: $0.piece, count: $0.count) }.joined() }
    var testDescription: String { parts.map { "\($0.piece.debugDescription) × \($0.count)" }.joined(separator: ", ") }
  }

  @Test(arguments: [
    (Recipe(parts: [("a\n\n", 1), ("> ", 1_001), ("x", 1)]), MarkdownError.tooDeep(line: 3, limit: 1_000)),
    (Recipe(parts: [("- ", 1_001), ("x", 1)]), .tooDeep(line: 1, limit: 1_000)),
    (Recipe(parts: [("a\n", 1), ("![[]()", 1_001)]), .tooManyBrackets(line: 2, limit: 1_000)),
    (
      Recipe(parts: [("|", 1), ("a|", 1_000), ("\n|", 1), ("-|", 1_000), ("\n", 1), ("|\n", 500)]),
      .tooManyCells(line: 2, columns: 1_000, limit: 500_000)
    ),
    (Recipe(parts: [("a\n\n", 1), ("www.a_", 20_000)]), .tooCostly(line: 3, .addresses)),
    (Recipe(parts: [("<http://a", 20_000)]), .tooCostly(line: 1, .addresses)),
    (Recipe(parts: [("a <?", 20_000)]), .tooCostly(line: 1, .openings)),
    (Recipe(parts: [("a <!A", 20_000)]), .tooCostly(line: 1, .openings)),
    (Recipe(parts: [("a\n", 1), ("*[^a]", 20_000)]), .tooCostly(line: 2, .openings)),
    (Recipe(parts: [("a|b\n-|-\n", 1), ("|", 50_000)]), .tooCostly(line: 3, .cells)),
    (Recipe(parts: [("|", 50_000), ("\n-|-\n", 1)]), .tooCostly(line: 2, .cells)),
    (
      Recipe(parts: [("[b]: /\n[a\n]:\nhttp://", 1), ("x", 10_000), ("\n\n", 1), ("[a] ", 25_000)]),
      .tooCostly(line: 3, .definition)
    ),
  ])
  func costlyInputIsRefusedWithItsLine(_ recipe: Recipe, error: MarkdownError) {
    let source = SourceText(recipe.text)
    #expect(throws: error) { try Document(source) }
  }

  /// Large texts are checked in parts, each of which may be within the limits.
  @Test(arguments: [
    (
      Recipe(parts: [("filled up\n\n", 40_000), ("> ", 1_001), ("x\n\n", 1), ("more\n", 9_000)]),
      MarkdownError.tooDeep(line: 80_001, limit: 1_000)
    ),
    (
      Recipe(
        parts: (1...4).flatMap { _ in [("a <?", 4_000), ("\n\n", 1), ("filled up\n\n", 9_000)] }),
      .tooCostly(line: 54_007, .openings)
    ),
    (
      Recipe(parts: [
        ("[b]: /\n[a]: http://", 1), ("x", 10_000), ("\n\n", 1), ("[a]\n\n", 10_000), ("filled up\n\n", 30_000),
        ("[a]\n\n", 10_000),
      ]),
      .tooCostly(line: 2, .definition)
    ),
  ])
  func largeTextsAreRefusedForTheirSum(_ recipe: Recipe, error: MarkdownError) {
    let source = SourceText(recipe.text)
    #expect(source.bytes.count > 1 << 18)
    #expect(throws: error) { try Document(source) }
  }

  @Test func largeTextsWithinTheLimitsAreParsed() throws {
    let section = "## Heading\n\n- [a](https://a.org) and [b]\n\n"
    let text = String(repeating: section, count: 20_000) + "[b]: https://b.org\n"
    let document = try Document(SourceText(text))
    #expect(document.links.count == 40_000)
    #expect(document.definitions.count == 1)
  }

  @Test func inputJustBelowTheLimitsIsParsed() throws {
    let deep = try Document(SourceText(String(repeating: "> ", count: 1_000) + "x [a](b)"))
    #expect(deep.links.count == 1)
    let brackets = try Document(SourceText(String(repeating: "[", count: 999) + "x [a](b)"))
    #expect(brackets.links.count == 1)
    let closed = try Document(SourceText(String(repeating: "\\[ [x] ", count: 5_000)))
    #expect(closed.blocks.count == 1)
    let addresses = try Document(SourceText(String(repeating: "[a](https://a.org/b?c) www.a.org ", count: 10_000)))
    #expect(addresses.links.count == 20_000)
    let notes = try Document(SourceText(String(repeating: "a[^b] <?c ?>\n", count: 1_000) + "\n[^b]: x"))
    #expect(notes.footnoteReferences.count == 1_000)
    let wide = "|" + String(repeating: "a|", count: 500)
    let table = try Document(SourceText(wide + "\n|" + String(repeating: "-|", count: 500) + "\n" + wide))
    #expect(table.blocks.map(\.kind) == [.table])
  }

  @Test(arguments: [
    "<b>", "<!-- ", "<a href=\"", "<div\n", "<details><summary>", "</p>", "\0", "a\0b ", "`", "*a_ ", "**a _b ", "~~a ",
    "&amp;", "\\", "<", "[a]: u\n\n", "[a](", "![a](b \"", "|", "www.a", "a@b", "https://", "- a\n", "> ", "1. ", "#",
    "\r",
    "[^a]: x\n\n", "[^a]", "<https://a ", "\u{FEFF}", "[a](<b", "[a][b]", "(", ")", "\t",
  ])
  func repeatedFragmentsAreParsedOrRefused(_ piece: String) throws {
    let source = SourceText(String(repeating: piece, count: 20_000))
    do {
      #expect(try Document(source).source.bytes == source.bytes)
    } catch {
      #expect(error != .parserFailed)
    }
  }
}
