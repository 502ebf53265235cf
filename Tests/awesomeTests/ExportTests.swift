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
    #expect(result.errorText == "awesome: awesome.md: 1 entry left out: not committed yet\n")
  }

  @Test func aFeedNeedsARepository() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    let outcome = try sandbox.run("export", "--format", "atom")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("not a git repository"))
    #expect(try sandbox.run(["export", "--format", "atom", "-"], input: Self.list).status == 2)
  }
}
