import Testing

@Suite struct RepairTests {
  private static let damaged = "CafÃ© ðŸ“– and `ðŸ§°`\n"
  private static let repaired = "Café 📖 and `🧰`\n"

  @Test func aFilterWritesTheRepairedTextToStandardOutput() throws {
    let outcome = try Sandbox().run(["repair"], input: Self.damaged)
    #expect(outcome.output == Self.repaired)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.status == 0)
  }

  @Test func emptyInputGivesEmptyOutput() throws {
    let outcome = try Sandbox().run(["repair", "-"], input: "")
    #expect(outcome.output.isEmpty)
    #expect(outcome.status == 0)
  }

  @Test func aRepairedFileIsRepairedOnce() throws {
    let sandbox = try Sandbox(["a.txt": Self.damaged, "b.md": "healthy 📖\n"])
    let outcome = try sandbox.run("repair", "--in-place", "a.txt", "b.md")
    #expect(outcome.errors == "awesome: a.txt: 3 damaged places repaired\nawesome: b.md: nothing to repair\n")
    #expect(try sandbox.read("a.txt") == Self.repaired)
    #expect(try sandbox.read("b.md") == "healthy 📖\n")
    #expect(try sandbox.run("repair", "--check", "a.txt", "b.md").status == 0)
  }

  @Test func aCheckFailsWithADiffAndWritesNothing() throws {
    let sandbox = try Sandbox(["a.txt": Self.damaged])
    let outcome = try sandbox.run("repair", "--check", "a.txt")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("\n-\(Self.damaged)+\(Self.repaired)"))
    #expect(try sandbox.read("a.txt") == Self.damaged)
    #expect(try sandbox.run("repair", "--diff", "a.txt").status == 0)
  }

  @Test func addressesStayAsTheyAre() throws {
    let text = "see https://example.org/cafÃ© and CafÃ©\n"
    let outcome = try Sandbox().run(["repair"], input: text)
    #expect(outcome.output == "see https://example.org/cafÃ© and Café\n")
    #expect(outcome.errors.contains("<stdin>:1:28: “Ã©” not repaired: it is in a link's destination"))
  }

  @Test func ambiguousDamageIsReportedAndKept() throws {
    let outcome = try Sandbox().run(["repair"], input: "x ðŸ y\n")
    #expect(outcome.output == "x ðŸ y\n")
    #expect(outcome.errors.contains("<stdin>:1:3: “ðŸ” not repaired: "))
  }

  @Test func notesAboutOneFileAreLimited() throws {
    let outcome = try Sandbox().run(["repair"], input: String(repeating: "x ðŸ˜ y\n", count: 1500))
    #expect(outcome.errors.split(separator: "\n").count == 1001)
    #expect(outcome.errors.hasSuffix("<stdin>: 500 more places not repaired\n"))
  }

  @Test func otherEncodingsAreReadOnlyOnRequest() throws {
    let sandbox = try Sandbox()
    try sandbox.write([0x63, 0x61, 0x66, 0xE9, 0x0A], to: "a.txt")
    let refused = try sandbox.run("repair", "a.txt")
    #expect(refused.status == 2)
    #expect(
      refused.errors == "awesome: a.txt: line 1, column 4 is not UTF-8; as Windows-1252 it would be “é”: "
        + "awesome repair --from windows-1252 --in-place a.txt\n")
    #expect(try sandbox.run("repair", "a.txt", "--from", "windows-1252").output == "café\n")
    try sandbox.write([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], to: "b.txt")
    let converted = try sandbox.run("repair", "b.txt")
    #expect(converted.output == "a\n")
    #expect(converted.errors == "awesome: b.txt: read as UTF-16LE, written as UTF-8\n")
  }

  @Test(
    arguments: [
      ("windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Привет"), ("koi8-r", [0xF0, 0xD2], "Пр"),
      ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
      ("GBK", [0xC4, 0xE3, 0xD6, 0xB0], "你职"), ("big5", [0xA7, 0x41], "你"), ("euc-kr", [0xBE, 0xC8], "안"),
      ("cp437", [0x82, 0xC4], "é─"), ("macintosh", [0x8E], "é"), ("windows-1252", [0xE9, 0x81], "é\u{81}"),
    ] as [(String, [UInt8], String)])
  func anEncodingThatIsNamedIsRead(name: String, bytes: [UInt8], text: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write([0x61, 0x20] + bytes + [0x0A], to: "a.csv")
    let outcome = try sandbox.run("repair", "--from", name, "a.csv")
    #expect(outcome.output.unicodeScalars.elementsEqual("a \(text)\n".unicodeScalars))
    #expect(outcome.status == 0)
  }

  @Test func whatIsNotInTheNamedEncodingIsRefused() throws {
    let sandbox = try Sandbox()
    try sandbox.write([0x93, 0xFA, 0x0A, 0x61, 0x96, 0x3C, 0x0A], to: "a b.txt")
    let outcome = try sandbox.run("repair", "--from", "shift_jis", "a b.txt")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "awesome: a b.txt: line 2, column 2 is neither UTF-8 nor Shift-JIS; name another encoding with --from\n")
    #expect(try sandbox.run("repair", "a b.txt").errors.hasSuffix("--in-place 'a b.txt'\n"))
    let unknown = try sandbox.run("repair", "--from", "utf-7", "a b.txt")
    #expect(unknown.status == 2 && unknown.errors.contains("unknown encoding “utf-7”; name one of windows-1252, "))
  }

  @Test func theDifferenceOfAConvertedFileIsThatOfItsText() throws {
    let sandbox = try Sandbox()
    try sandbox.writeUTF16("# CafÃ©\n\nText\n", to: "a.md")
    let outcome = try sandbox.run("repair", "--check", "a.md")
    #expect(outcome.output == "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n-# CafÃ©\n+# Café\n \n Text\n")
    #expect(
      outcome.errors
        == "awesome: a.md: read as UTF-16LE, would be written as UTF-8; 1 damaged place would be repaired\n")
    #expect(outcome.status == 1)
    // Nothing but the encoding differs, which no text shows.
    try sandbox.writeUTF16("# Text\n", to: "b.md")
    let only = try sandbox.run("repair", "--check", "b.md")
    #expect(only.output.isEmpty && only.status == 1)
  }

  @Test func filesThatAreNotTextAreReportedAndTheOthersRepaired() throws {
    let sandbox = try Sandbox(["a.txt": Self.damaged])
    try sandbox.write([0x61, 0x00, 0x62], to: "b.bin")
    try sandbox.write([0x63, 0x81, 0x0A], to: "c.txt")
    let outcome = try sandbox.run("repair", "--in-place", "a.txt", "b.bin", "c.txt")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("b.bin: not text") && outcome.errors.contains("c.txt: line 1, column 2 is not UTF-8"))
    #expect(try sandbox.read("a.txt") != Self.damaged)
  }

  @Test func aRemovedByteOrderMarkIsReported() throws {
    let sandbox = try Sandbox(["a.md": "\u{FEFF}# A\n"])
    let outcome = try sandbox.run("repair", "--in-place", "a.md")
    #expect(outcome.errors == "awesome: a.md: byte order mark removed; nothing else to repair\n")
  }

  @Test(arguments: ["\u{FEFF}", "\u{FEFF}\u{FEFF}", "\u{FEFF}ï»¿\u{FEFF}"])
  func allByteOrderMarksAreRemovedAtOnce(marks: String) throws {
    let sandbox = try Sandbox(["a.md": marks + "# A\n"])
    #expect(try sandbox.run("repair", "a.md").output.unicodeScalars.elementsEqual("# A\n".unicodeScalars))
    try sandbox.writeUTF16("\u{FEFF}# A\n", to: "a.md")
    #expect(try sandbox.run("repair", "a.md").output.unicodeScalars.elementsEqual("# A\n".unicodeScalars))
  }

  @Test func severalFilesNeedAnOutputOption() throws {
    let sandbox = try Sandbox(["a.txt": "a", "b.txt": "b"])
    #expect(try sandbox.run("repair", "a.txt", "b.txt").status == 2)
    #expect(try sandbox.run("repair", "--in-place").status == 2)
  }
}
