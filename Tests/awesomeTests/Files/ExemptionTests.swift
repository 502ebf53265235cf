import Testing

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

  @Test func commentsExemptTextFromRepair() throws {
    let sandbox = try Sandbox(["list.md": Self.text])
    let outcome = try sandbox.run("repair", "list.md")
    #expect(outcome.output == Self.repaired)
    #expect(outcome.errors.isEmpty)
    #expect(try sandbox.run(["repair", "-"], input: Self.text).output == Self.repaired)
  }

  @Test(arguments: ["list.txt", "list.html", "list.csv"]) func commentsMeanNothingOutsideOfMarkdown(name: String) throws
  {
    let outcome = try Sandbox().run(["repair", "--stdin-filename", name], input: Self.text)
    #expect(outcome.output.contains("Café 🧰 stays."))
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
