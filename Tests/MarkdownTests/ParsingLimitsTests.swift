import Markdown
import Source
import Testing

@Suite struct ParsingLimitsTests {
  /// Text as a recipe, because the test's report shows its arguments.
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
  ])
  func whatTheParserCannotTakeIsRefusedWithItsLine(_ recipe: Recipe, error: MarkdownError) {
    let source = SourceText(recipe.text)
    #expect(throws: error) { try Document(source) }
  }

  @Test func whatIsJustBelowTheLimitsIsParsed() throws {
    let deep = try Document(SourceText(String(repeating: "> ", count: 1_000) + "x [a](b)"))
    #expect(deep.links.count == 1)
    let brackets = try Document(SourceText(String(repeating: "[", count: 999) + "x [a](b)"))
    #expect(brackets.links.count == 1)
    let closed = try Document(SourceText(String(repeating: "\\[ [x] ", count: 5_000)))
    #expect(closed.blocks.count == 1)
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
  func repeatedPiecesAreParsedOrRefused(_ piece: String) throws {
    let source = SourceText(String(repeating: piece, count: 20_000))
    do {
      #expect(try Document(source).source.bytes == source.bytes)
    } catch {
      #expect(error != .parserFailed)
    }
  }
}
