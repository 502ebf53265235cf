import Source
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: [
    ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb\n\n", [0, 2, 4, 5]), ("\r\r\n", [0, 1, 3]),
  ])
  func linesBeginAfterEveryKindOfLineEnd(text: String, starts: [Int]) {
    #expect(SourceText(text).lineStarts == starts)
  }

  @Test func columnsCountScalars() {
    let source = SourceText("é⚒️x\n\u{1F4D6}y")
    #expect(source.location(of: 0) == SourceLocation(line: 1, column: 1))
    #expect(source.location(of: 2) == SourceLocation(line: 1, column: 2))
    #expect(source.location(of: 8) == SourceLocation(line: 1, column: 4))
    #expect(source.location(of: 14) == SourceLocation(line: 2, column: 2))
  }

  @Test func aByteOrderMarkTakesBytesButNoColumn() {
    let source = SourceText("\u{FEFF}# a\n")
    #expect(source.contentStart == 3)
    #expect(source.location(of: 3) == SourceLocation(line: 1, column: 1))
    #expect(source[source.line(0)] == "# a")
  }

  @Test func offsetsOutOfTheFileAreCut() {
    let source = SourceText("ab\n")
    #expect(source.location(of: 99) == SourceLocation(line: 2, column: 1))
    #expect(source.location(of: -5) == SourceLocation(line: 1, column: 1))
    #expect(source[SourceRange(1, 99)] == "b\n")
    #expect(source[SourceRange(50, 99)].isEmpty)
    #expect(source.line(7) == SourceRange(3, 3))
    #expect(source.line(-1) == SourceRange(3, 3))
  }

  @Test func aLineComesWithoutItsEnd() {
    let source = SourceText("a\r\nb\rc\n")
    #expect((0..<source.lineCount).map { source[source.line($0)] } == ["a", "b", "c", ""])
  }
}
