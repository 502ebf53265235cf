import Foundation
import TestSupport
import Testing

@Suite struct ExportTests {
  private static let list = "Surveys\n=======\n\n* [A](https://a.example) - Text.\n"

  @Test func exportedListsAreJSON() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    let outcome = try sandbox.run("export", "--format", "json")
    #expect(outcome.status == 0)
    let list = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(list["title"] as? String == "Surveys")
  }

  @Test func aFeedHasTheEntriesByTheirDates() throws {
    let repository = try TestRepository()
    let program = try Program(built: "awesome")
    try repository.files.write("# List\n\n## One\n\n- [A](https://a.example) - Text.\n", to: "awesome.md")
    try repository.commit(time: 1_709_208_000)
    let more = "# List\n\n## One\n\n- [A](https://a.example) - Text.\n- [B & C](https://b.example?x&y) - New.\n"
    try repository.files.write(more, to: "awesome.md")
    try repository.commit(time: 1_800_000_000)
    try repository.files.write(more + "- [D](https://d.example)\n", to: "awesome.md")
    let result = try program.run(["export", "--format", "atom"], in: repository.folder.path)
    try Golden.check(result.outputText, "list.atom")
    #expect(
      result.errorText
        == "awesome: awesome.md: 1 entry left out: not committed yet\nawesome: awesome.md: 3 entries\n")
  }

  @Test func aFeedNeedsARepository() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    let outcome = try sandbox.run("export", "--format", "atom")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("not a git repository"))
    #expect(try sandbox.run(["export", "--format", "atom", "-"], input: Self.list).status == 2)
  }

  @Test func everyFormatReportsTheSameCount() throws {
    let sandbox = try Sandbox(["awesome.md": "# T\n\n## S\n\n- Group\n  - [A](https://a.example)\n  - [B](b.md)\n"])
    for format in ["json", "html", "opml", "csv"] {
      #expect(try sandbox.run("export", "--format", format).errors == "awesome: awesome.md: 3 entries\n")
    }
    #expect(try sandbox.run("lint", "--format", "text").output.contains("3 entries"))
  }

  @Test func aFeedOfEntriesWithoutWebAddressesIsRefused() throws {
    let repository = try TestRepository()
    try repository.files.write("# List\n\n## One\n\n- [A](a.md) - Text.\n", to: "awesome.md")
    try repository.commit(time: 1_709_208_000)
    let result = try Program(built: "awesome").run(["export", "--format", "atom"], in: repository.folder.path)
    #expect(result.status == 2)
    #expect(result.errorText.contains("no entry has a web address"))
  }

  @Test func thePageNamesItsRepositoryAndDate() throws {
    let repository = try TestRepository()
    let program = try Program(built: "awesome")
    try repository.files.write(Self.list, to: "lists/awesome.md")
    try repository.files.write("Send a pull request.\n", to: "CONTRIBUTING.md")
    try repository.commit(time: 1_709_208_000)
    try repository.git("remote", "add", "origin", "https://user:secret@github.com/owner/surveys.git")
    func page(_ environment: [String: String] = [:]) throws -> String {
      let arguments = ["export", "--format", "html", "lists/awesome.md"]
      return try program.run(arguments, in: repository.folder.path, environment: environment).outputText
    }
    let first = try page()
    #expect(first.contains("https://github.com/owner/surveys/blob/HEAD/CONTRIBUTING.md") && !first.contains("secret"))
    #expect(first.contains("2024-02-29"))
    #expect(try page() == first)
    #expect(try page(["SOURCE_DATE_EPOCH": "0"]).contains("1970-01-01"))
  }

  @Test func aDateThatIsNoNumberIsRefused() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    let outcome = try sandbox.run(["export", "--format", "html"], environment: ["SOURCE_DATE_EPOCH": "today"])
    #expect(outcome.status == 2 && outcome.errors.contains("SOURCE_DATE_EPOCH is “today”"))
  }
}
