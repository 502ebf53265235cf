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
    #expect(outcome.errors == "awesome: a.txt: 3 damaged places repaired\nawesome: b.md: 0 damaged places repaired\n")
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
    #expect(refused.errors.contains("offset 3") && refused.errors.contains("add --from windows-1252"))
    #expect(try sandbox.run("repair", "a.txt", "--from", "windows-1252").output == "café\n")
    try sandbox.write([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], to: "b.txt")
    let converted = try sandbox.run("repair", "b.txt")
    #expect(converted.output == "a\n")
    #expect(converted.errors == "awesome: b.txt: read as UTF-16LE, written as UTF-8\n")
  }

  @Test func theDifferenceOfAConvertedFileIsThatOfItsText() throws {
    let sandbox = try Sandbox()
    try sandbox.writeUTF16("# CafÃ©\n\nText\n", to: "a.md")
    let outcome = try sandbox.run("repair", "--check", "a.md")
    #expect(outcome.output == "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n-# CafÃ©\n+# Café\n \n Text\n")
    #expect(outcome.errors == "awesome: a.md: read as UTF-16LE, written as UTF-8\n")
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
    #expect(outcome.errors.contains("b.bin: not text") && outcome.errors.contains("c.txt: not UTF-8"))
    #expect(try sandbox.read("a.txt") != Self.damaged)
  }

  @Test func aRemovedByteOrderMarkIsReported() throws {
    let sandbox = try Sandbox(["a.md": "\u{FEFF}# A\n"])
    let outcome = try sandbox.run("repair", "--in-place", "a.md")
    #expect(outcome.errors == "awesome: a.md: 0 damaged places repaired, byte order mark removed\n")
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

@Suite struct ExemptionTests {
  /// Damage that comments exempt, and damage that they do not.
  private static let text = """
    # Awesome ðŸ“–

    <!-- awesome-disable-next-line mojibake -->
    The text “ðŸ˜Ž” stays. <!-- a -->

    <!-- awesome-disable mojibake -->

    CafÃ© ðŸ§° stays.

    <!-- awesome-enable mojibake -->

    CafÃ© is repaired. ðŸ§° stays. <!-- awesome-disable-line entry-link, mojibake -->

    CafÃ© is repaired. <!-- awesome-disable-line entry-link -->

    """
  private static let repaired =
    text.replacing("# Awesome ðŸ“–", with: "# Awesome 📖")
    .replacing("CafÃ© is repaired. <", with: "Café is repaired. <")

  @Test(arguments: ["list.md", "list.txt"]) func commentsExemptTextFromRepair(name: String) throws {
    let sandbox = try Sandbox([name: Self.text])
    let outcome = try sandbox.run("repair", name)
    #expect(outcome.output == Self.repaired)
    #expect(outcome.errors.isEmpty)
  }

  @Test func commentsForWholeFilesAndThoseOfAwesomeLintApply() throws {
    for comment in ["<!-- awesome-disable-file -->", "<!-- awesome-disable-file mojibake -->", "<!--lint disable-->"] {
      let text = comment + "\n\nCafÃ© ðŸ§° stays.\n"
      #expect(try Sandbox().run(["repair"], input: text).output == text)
    }
    let inCode = "`<!-- awesome-disable-file -->`\n\nCafÃ© ðŸ§°\n"
    #expect(try Sandbox().run(["repair"], input: inCode).output == "`<!-- awesome-disable-file -->`\n\nCafé 🧰\n")
  }

  @Test func commentsApplyToRenderAndLint() throws {
    let list = """
      # Awesome Things

      ## Tools

      <!-- awesome-disable mojibake -->

      - [ðŸ§° A](https://example.org/a) - Text.

      <!-- awesome-enable mojibake -->

      - [ðŸ“– B](https://example.org/b) - Text.

      """
    let sandbox = try Sandbox(["list.md": list])
    #expect(try sandbox.run("render", "list.md", "--output", "out.md").status == 0)
    let rendered = try sandbox.read("out.md")
    #expect(rendered.contains("[ðŸ§° A]"))
    #expect(rendered.contains("[📖 B]"))
    _ = try sandbox.run("lint", "--fix", "--select", "mojibake", "list.md")
    #expect(try sandbox.read("list.md") == list.replacing("ðŸ“–", with: "📖"))
  }
}
