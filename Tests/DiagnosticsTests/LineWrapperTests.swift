import Testing

@testable import Diagnostics

/// Lines that are longer than a terminal.
@Suite struct LineWrapperTests {
  private func wrapped(_ text: String, _ width: Int) -> String {
    String(decoding: LineWrapper(width: width).wrapped(Array(text.utf8)), as: UTF8.self)
  }

  @Test func linesBreakAtSpaces() {
    #expect(wrapped("one two three four\nfive\n", 10) == "one two\n    three\n    four\nfive\n")
    #expect(wrapped("exactly 10\n", 10) == "exactly 10\n")
    #expect(wrapped("exactly 10 \n", 10) == "exactly 10\n")
    #expect(wrapped("  indented text\n", 12) == "  indented\n    text\n")
  }

  @Test func aLongWordBreaksWhereTheLineEnds() {
    #expect(wrapped("abcdefghijklmnopq r", 10) == "abcdefghij\n    klmnop\n    q r")
    #expect(wrapped("x abcdefghijk", 10) == "x\n    abcdef\n    ghijk")
  }

  @Test func columnsAreThoseOfCharacters() {
    #expect(wrapped("日本語日本語", 10) == "日本語日本\n    語")
    // Colours and marks take no column, and a mark stays with its letter.
    #expect(wrapped("\u{1B}[1;31merror\u{1B}[0m: abc", 10) == "\u{1B}[1;31merror\u{1B}[0m: abc")
    #expect(wrapped("abcdefghie\u{301}k", 10) == "abcdefghie\u{301}\n    k")
  }

  @Test(arguments: 1...60) func nothingIsLostAndEachLineFits(width: Int) {
    let text =
      "a.md:1:2: error: gone: 404 Not Found; “日本” ⚠\u{FE0F} 👩\u{200D}💻 https://example.com/a/long/path?q=1 [link-gone]"
    let result = wrapped(text, width)
    #expect(result.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
    for line in result.split(separator: "\n") {
      var counter = ColumnCounter()
      #expect(line.unicodeScalars.reduce(0) { $0 + counter.columns(of: $1) } <= max(width, 8), "\(line)")
    }
  }
}
