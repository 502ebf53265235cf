import Testing

@Suite struct SectionNotesTests {
  private static let list = "# Awesome List\n\n## CI/CD\n\n- [A](http://a.example) - Text.\n"

  private func run(_ files: [String: String], _ arguments: String...) throws -> Sandbox.Outcome {
    try Sandbox(files).run(["lint", "--select", "url-http"] + arguments)
  }

  @Test func aPatternThatMatchesNoSectionIsNoted() throws {
    let configuration = "sections:\n  CI*: {rules: {url-http: off}}\n  CY*: {rules: {url-http: off}}\n"
    let outcome = try run(["awesome.md": Self.list, ".awesome.yml": configuration])
    #expect(outcome.status == 0)
    #expect(outcome.output == "no findings in 1 entry\n")
    #expect(
      outcome.errors == "awesome: .awesome.yml: no section matches `CY*` in `sections`; correct it, or remove it\n")
    #expect(try run(["awesome.md": Self.list, ".awesome.yml": configuration], "--quiet").errors == "")
  }

  @Test func sectionsThatOtherListsMayHaveAreNotReported() throws {
    let sections = "sections: {Other: {rules: {url-http: off}}}\n"
    let other = Self.list.replacing("CI/CD", with: "Other")
    let shared = ["awesome.md": Self.list, "base.yml": sections, ".awesome.yml": "extends: base.yml\n"]
    #expect(try run(shared).errors == "")
    let files = ["a.md": Self.list, "b.md": other, ".awesome.yml": "lists: [{list: a.md}, {list: b.md}]\n" + sections]
    #expect(try run(files, "a.md").errors == "")
    #expect(try run(files).errors == "")
    let some = "files:\n  a.md:\n    " + sections
    #expect(try run(["a.md": Self.list, "b.md": other, ".awesome.yml": some], "b.md").errors == "")
    #expect(try run(["a.md": Self.list, "b.md": other, ".awesome.yml": some], "a.md").errors.contains("`Other`"))
  }
}
