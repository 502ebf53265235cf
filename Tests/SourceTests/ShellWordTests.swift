import Source
import TestSupport
import Testing

@Suite struct ShellWordTests {
  @Test(
    "A shell reads a quoted word as it was",
    arguments: ["list.md", "", "a b", "$(x)", "it's", "''", "'\u{301}; echo x", "é", "a\nb", "*", "~"])
  func roundTrip(word: String) throws {
    let result = try Program.shell.run(["-c", "printf %s \(word.shellQuoted)"], in: "/")
    #expect(Array(result.outputText.unicodeScalars) == Array(word.unicodeScalars))
    #expect((word.shellQuoted == word) == ["list.md", "é"].contains(word))
  }
}
