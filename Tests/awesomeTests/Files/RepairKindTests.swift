import Testing

/// What is an address, code or syntax depends on the kind of the file, which its name tells.
@Suite struct RepairKindTests {
  private func repaired(_ text: String, as name: String) throws -> String {
    try Sandbox().run(["repair", "--stdin-filename", name], input: text).output
  }

  @Test func standardInputIsReadAsItsNameSays() throws {
    let text = "`CafÃ©` in code\n"
    let sandbox = try Sandbox(["README.md": text, "readme": text, "a.txt": text])
    for name in ["README.md", "readme"] { #expect(try sandbox.run("repair", name).output == text) }
    #expect(try sandbox.run(["repair", "-"], input: text).output == text)
    #expect(try sandbox.run(["repair"], input: text).output == text)
    #expect(try sandbox.run("repair", "a.txt").output == "`Café` in code\n")
    #expect(try repaired(text, as: "notes/a.rst") == "`Café` in code\n")
  }

  @Test(arguments: [
    ("a,https://x.example/cafÃ©,CafÃ©\n", "a,https://x.example/cafÃ©,Café\n"),
    ("a;https://x.example/a,Ã©;CafÃ©\n", "a;https://x.example/a,Ã©;Café\n"),
    ("a,\"https://x.example/a,Ã©\",CafÃ©\n", "a,\"https://x.example/a,Ã©\",Café\n"),
    ("a,\"say \"\"https://x.example/Ã©\"\" Ã©\"\nCafÃ©,b\n", "a,\"say \"\"https://x.example/Ã©\"\" é\"\nCafé,b\n"),
    ("a\thttps://x.example/,Ã©\tCafÃ©\n", "a\thttps://x.example/,Ã©\tCafé\n"),
  ])
  func anAddressEndsWithItsCell(text: String, expected: String) throws {
    #expect(try repaired(text, as: "a.csv") == expected)
  }

  @Test func anAddressInJSONEndsWithItsString() throws {
    let text = #"{"a": "https://x.example/it'sÃ©", "b": "https:\/\/x.example\/Ã©", "c": "\"https://x.example\"CafÃ©"}"#
    #expect(try repaired(text, as: "a.json") == text.replacing("CafÃ©", with: "Café"))
    let prose = #"{"a": "[b](https://x.example/(Ã©))CafÃ© https://x.example\nCafÃ©"}"#
    #expect(try repaired(prose, as: "a.JSONL") == prose.replacing("CafÃ©", with: "Café"))
  }

  @Test func anAddressInHTMLEndsWithItsAttributeOrReference() throws {
    let text = """
      <a href='cafÃ©.html' title="CafÃ© in https://x.example/Ã©">CafÃ©</a> <A HREF=Ã©>CafÃ©</A><img SRC="Ã©.png" alt="CafÃ©">
      <p>https://x.example/a&amp;Ã©<br>&quot;https://x.example/&quot;CafÃ© <outline text="CafÃ©" xmlUrl="Ã©.xml"/>
      """
    #expect(try repaired(text, as: "a.html") == text.replacing("CafÃ©", with: "Café"))
  }

  @Test func anAddressInOtherTextEndsWithItsBracketOrQuote() throws {
    let text = "url: 'https://x.example/Ã©' # (https://x.example/a(Ã©)b)CafÃ© `ftp://x.example/Ã©`CafÃ©\n"
    for name in ["a.txt", "a.yml"] { #expect(try repaired(text, as: name).hasPrefix("url: 'https://x.example/Ã©' #")) }
    #expect(try repaired(text, as: "a.txt") == text.replacing("CafÃ©", with: "Café"))
  }

  @Test func anAddressInAsciiDocEndsBeforeItsText() throws {
    #expect(try repaired("https://x.example/Ã©[CafÃ©] naÃ¯ve\n", as: "a.adoc") == "https://x.example/Ã©[Café] naïve\n")
    let query = "https://x.example/?a[b]=Ã© CafÃ©\n"
    #expect(try repaired(query, as: "a.txt") == "https://x.example/?a[b]=Ã© Café\n")
  }

  /// The last byte of these emoji is a quotation mark in Windows-1252, which many programs write as a straight one.
  @Test(arguments: [
    ("a.json", "[\"CafÃ© ðŸŽ\", \"â˜\"]\n"), ("a.csv", "\"CafÃ© ðŸŽ\",\"â˜\"\n\"a\"\"CafÃ© â™\"\"\",b\n"),
    ("a.html", "<b title=\"CafÃ© ðŸŽ\" id=\"â˜\">\n"), ("a.yaml", "a: \"CafÃ© ðŸŽ\"\nb: \"â˜\"\n"),
    ("b.md", "---\ntitle: \"CafÃ© ðŸŽ\"\n---\n\n# A\n"),
    ("a.md", "CafÃ© [a](https://x.example \"ðŸŽ\") <b title=\"â˜\">\n\n[r]: https://x.example \"ðŸ—\"\n"),
  ])
  func noRepairTakesAQuoteOfTheSyntax(name: String, text: String) throws {
    let outcome = try Sandbox().run(["repair", "--stdin-filename", name], input: text)
    #expect(outcome.output == text.replacing("CafÃ©", with: "Café"))
    #expect(outcome.errors.contains("not repaired: the repair would take a quote of the file's syntax"))
  }

  @Test func aQuoteInProseCanBePartOfDamage() throws {
    #expect(try repaired("CafÃ© ðŸŽ\" here\n", as: "a.txt") == "Café 🎓 here\n")
    #expect(try Sandbox().run(["repair"], input: "CafÃ© ðŸŽ\" here\n").output == "Café 🎓 here\n")
  }
}
