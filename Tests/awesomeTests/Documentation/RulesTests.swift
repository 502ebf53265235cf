import Testing

@Suite struct RulesTests {
  @Test func aPageShowsTheExamplesWithTheirPlaces() throws {
    let page = try Sandbox().run("rules", "file-extension").output
    #expect(page.hasPrefix("file-extension (warning)\n\nThe list’s file is called `.md`.\n\nSites that "))
    #expect(page.contains("\nGood, in README.md:\n\n    # A\n\nBad at 1:3, in README.markdown:\n\n    # A\n"))
    let separator = try Sandbox().run("rules", "entry-separator").output
    #expect(separator.split(separator: "\n").allSatisfy { $0.hasPrefix("    ") || $0.count <= 80 })
    #expect(separator.contains("\\u{A0}") && separator.contains("\nFixed:\n\n"))
    #expect(try Sandbox().run("rules", "contributing").output.contains("in a repository with no other file:"))
  }
}
