import Source
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: [
    ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb\n\n", [0, 2, 4, 5]), ("\r\r\n", [0, 1, 3]),
  ])
  func linesStartAfterEveryKindOfNewline(text: String, starts: [Int]) {
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

  @Test func offsetsPastTheEndAreCut() {
    let source = SourceText("ab\n")
    #expect(source.location(of: 99) == SourceLocation(line: 2, column: 1))
    #expect(source.location(of: -5) == SourceLocation(line: 1, column: 1))
    #expect(source[SourceRange(1, 99)] == "b\n")
    #expect(source[SourceRange(50, 99)].isEmpty)
    #expect(source.line(7) == SourceRange(3, 3))
    #expect(source.line(-1) == SourceRange(3, 3))
  }

  @Test func lineHasNoNewline() {
    let source = SourceText("a\r\nb\rc\n")
    #expect((0..<source.lineCount).map { source[source.line($0)] } == ["a", "b", "c", ""])
  }

  @Test func columnsOfLongAndShortLinesAgree() {
    let unit = "aé📖⚒️\u{FEFF}"
    for prefix in ["", "\u{FEFF}", "first\n", String(repeating: "é", count: 700) + "\n"] {
      let source = SourceText(prefix + String(repeating: unit, count: 700) + "\nend")
      let line = prefix.hasSuffix("\n") ? 1 : 0
      let start = line == 0 ? source.contentStart : source.lineStarts[line]
      var column = 0
      var wrong: [Int] = []
      for offset in start..<source.lineStarts[line + 1] {
        if source.bytes[offset] & 0xC0 != 0x80 { column += 1 }
        // An offset within a character counts that character as passed.
        let expected = source.bytes[offset] & 0xC0 == 0x80 ? column + 1 : column
        if source.location(of: offset) != SourceLocation(line: line + 1, column: expected) { wrong.append(offset) }
      }
      #expect(wrong.isEmpty)
    }
  }

  // The limit tells minutes from hours; what else runs on the machine must not decide.
  @Test(.timeLimit(.minutes(20))) func locatingManyOffsetsOnALongLineIsFast() {
    let source = SourceText(String(repeating: "aé", count: 1 << 20))
    var sum = 0
    for offset in stride(from: 0, to: source.bytes.count, by: 60) { sum += source.location(of: offset).column }
    #expect(sum > 0)
  }
}
