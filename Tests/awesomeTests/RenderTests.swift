import Foundation
import TestSupport
import Testing

@Suite struct RenderTests {
  @Test func aReadmeThatGitHubWouldCutIsNamed() throws {
    let entries = (1...9_000).map { "- [entry \($0)](https://example.org/\($0)) - Text about the entry.\n" }.joined()
    let sandbox = try Sandbox(["awesome.md": "# List\n\n## Section\n\n" + entries])
    let outcome = try sandbox.run("render", "awesome.md", "--output", "out.md")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("GitHub shows only the first 512000"))
    #expect(!FileManager.default.fileExists(atPath: sandbox.url("out.md").path))
    #expect(try sandbox.run("render", "awesome.md", "--output", "-").status == 0)
    try sandbox.write("rules: {readme-size: warning}\n", to: ".awesome.yml")
    let warned = try sandbox.run("render", "awesome.md", "--output", "out.md")
    #expect(warned.status == 0)
    #expect(warned.errors.contains("GitHub shows only the first 512000"))
    try sandbox.write("rules: {readme-size: off}\n", to: ".awesome.yml")
    #expect(try !sandbox.run("render", "awesome.md", "--output", "out.md").errors.contains("512000"))
  }

  private static let list = "Surveys\n=======\n\n* [A](https://a.example) - Text.\n"
  private static let rendered = "# Surveys\n\n- [A](https://a.example) - Text.\n"
  private static let marked = "# Kit\n\nWords.\n\n<!-- awesome:list -->\n<!-- /awesome:list -->\n\nEnd"

  @Test func aListGoesToTheFileThatIsNamed() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    let outcome = try sandbox.run("render", "--output", "out.md")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "awesome: out.md: 1 entry, written\n")
    #expect(try sandbox.read("out.md") == Self.rendered)
    #expect(try sandbox.run("render", "--output", "out.md").errors == "awesome: out.md: 1 entry, already up to date\n")
    #expect(try sandbox.read("awesome.md") == Self.list)
  }

  @Test func aListGoesBetweenTheMarksOfTheREADMEBesideIt() throws {
    let sandbox = try Sandbox(["docs/awesome.md": Self.list, "docs/readme.md": Self.marked])
    #expect(try sandbox.run(["render"], in: "docs").status == 0)
    let text = try sandbox.read("docs/readme.md")
    #expect(text.hasPrefix("# Kit\n\nWords.\n\n<!-- awesome:list -->\n\n## Surveys\n"))
    #expect(text.hasSuffix("\n<!-- /awesome:list -->\n\nEnd"))
    #expect(try sandbox.run("render", "--check", "docs/awesome.md").status == 0)
  }

  @Test func aREADMEWithoutMarksIsNotReplacedUnasked() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list, "README.md": "# Mine\n"])
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("awesome: README.md: no lines <!-- awesome:list -->"))
    #expect(try sandbox.read("README.md") == "# Mine\n")
    #expect(try sandbox.run("render", "--output", "README.md").status == 0)
    #expect(try sandbox.run("render").status == 0)
  }

  @Test func brokenMarksAreRefused() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list, "README.md": "# R\n\n<!-- awesome:list -->\n"])
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("awesome: README.md: needs exactly one line"))
  }

  @Test func aStaleFileFailsTheCheckAndIsNotWritten() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    let missing = try sandbox.run("render", "--check", "--output", "out.md")
    #expect(missing.status == 1)
    #expect(missing.output.hasPrefix("--- /dev/null\n+++ b/out.md\n@@ -0,0 +1,3 @@\n+# Surveys\n"))
    #expect(!FileManager.default.fileExists(atPath: sandbox.url("out.md").path))
    try sandbox.write(Self.rendered + "\nOld.\n", to: "out.md")
    let stale = try sandbox.run("render", "--check", "--output", "out.md")
    #expect(stale.status == 1)
    #expect(stale.output.contains("-Old.\n"))
    #expect(try sandbox.run("render", "--diff", "--output", "out.md").status == 0)
    #expect(try sandbox.read("out.md").hasSuffix("Old.\n"))
    try sandbox.write(Self.rendered, to: "out.md")
    let fresh = try sandbox.run("render", "--check", "--output", "out.md")
    #expect(fresh.status == 0)
    #expect(fresh.output.isEmpty)
  }

  @Test func aListCanReplaceItself() throws {
    let sandbox = try Sandbox(["README.md": Self.list])
    #expect(try sandbox.run("render", "--in-place").status == 0)
    #expect(try sandbox.read("README.md") == Self.rendered)
    #expect(try sandbox.run("render", "--in-place", "--output", "x").status == 2)
    #expect(try sandbox.run("render", "--in-place", "-").status == 2)
  }

  @Test func standardInputGoesToStandardOutput() throws {
    let outcome = try Sandbox().run(["render", "-"], input: Self.list)
    #expect(outcome.output == Self.rendered)
    #expect(outcome.errors.isEmpty)
  }

  @Test func theConfiguredOutputCannotLeaveItsFolder() throws {
    let sandbox = try Sandbox([
      "repo/awesome.md": Self.list, "repo/.awesome.yml": "output: link.md\n", "out.md": "# O\n",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.url("repo/link.md").path, withDestinationPath: "../out.md")
    let outcome = try sandbox.run(["render"], in: "repo")
    #expect(outcome.status == 2)
    #expect(try sandbox.read("out.md") == "# O\n")
    // A person who names the link on the command line means it.
    #expect(try sandbox.run(["render", "--output", "link.md"], in: "repo").status == 0)
    #expect(try sandbox.read("out.md") == Self.rendered)
  }

  @Test func aREADMEThatLeadsOutOfTheRepositoryIsNotWrittenUnasked() throws {
    let sandbox = try Sandbox(["repo/.git/HEAD": "", "repo/awesome.md": Self.list, "out.md": Self.marked])
    let link = sandbox.url("repo/README.md").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../out.md")
    let outcome = try sandbox.run(["render"], in: "repo")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("README.md: this symbolic link leads out of"))
    #expect(try sandbox.read("out.md") == Self.marked)
    try FileManager.default.removeItem(atPath: sandbox.url("repo/awesome.md").path)
    try sandbox.write(Self.list, to: "out.md")
    #expect(try sandbox.run(["render", "--in-place"], in: "repo").status == 2)
    #expect(try sandbox.read("out.md") == Self.list)
    #expect(try sandbox.run(["render", "--in-place", "README.md"], in: "repo").status == 0)
    #expect(try sandbox.read("out.md") == Self.rendered)
  }

  @Test func whatChangesIsSaidWhereverTheListGoes() throws {
    let list = "# T\n\n## Tools âš’ï¸\n\n- [x](https://x.y) - ðŸ˜Ž [gone](#none).\n"
    let sandbox = try Sandbox(["awesome.md": list])
    for arguments in [
      ["awesome.md", "--output", "o.md"], ["awesome.md", "--output", "-"],
      ["awesome.md", "--output", "p.md", "--diff"], ["-"],
    ] {
      let errors = try sandbox.run(["render"] + arguments, input: list).errors
      #expect(errors.contains("line 5 of the list: “ðŸ˜Ž” repaired to “😎”"))
      #expect(errors.contains(/anchor moved: #tools-â\S* → #tools-\u{FE0F}\n/))
      #expect(errors.contains("line 5 of the list: no heading matches #none"))
    }
  }

  @Test func anchorsAreKeptOnRequestAndByTheConfiguration() throws {
    let sandbox = try Sandbox(["awesome.md": "# T\n\n## Tools âš’ï¸\n\n- [x](https://x.y) - X.\n"])
    let anchor = "<a id=\"tools-â"
    #expect(try sandbox.run("render", "awesome.md", "--output", "-", "--anchors", "keep").output.contains(anchor))
    try sandbox.write("render: {anchors: keep}\n", to: ".awesome.yml")
    #expect(try sandbox.run("render", "awesome.md", "--output", "-").output.contains(anchor))
    #expect(try !sandbox.run("render", "awesome.md", "--output", "-", "--anchors", "move").output.contains(anchor))
  }

  @Test func aFileThatTheConfigurationAloneNamesIsNotReplaced() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list, "o.md": "# Mine\n", ".awesome.yml": "output: o.md\n"])
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("awesome: o.md: no lines <!-- awesome:list -->"))
    #expect(try sandbox.read("o.md") == "# Mine\n")
    try sandbox.write("", to: "o.md")
    #expect(try sandbox.run("render").status == 0)
    #expect(try sandbox.read("o.md") == Self.rendered)
    #expect(try sandbox.run("render").status == 0)
  }

  @Test func theConfigurationCannotNameItselfOrFilesOfGit() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list, ".git/config": Self.marked])
    try FileManager.default.createSymbolicLink(atPath: sandbox.url("o.md").path, withDestinationPath: ".git/config")
    try FileManager.default.createSymbolicLink(atPath: sandbox.url("own.md").path, withDestinationPath: ".awesome.yml")
    for output in [".git/config", ".git/hooks", "o.md", ".awesome.yml", "own.md"] {
      try sandbox.write("output: \(output)\n# \(Self.marked.replacing("\n", with: "\n# "))\n", to: ".awesome.yml")
      let outcome = try sandbox.run("render")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("git"))
      #expect(try sandbox.read(".git/config") == Self.marked)
    }
  }

  @Test func anEncodingIsNotChangedInPassing() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    for arguments in [["awesome.md", "--output", "README16.md"], ["--in-place", "README16.md"]] {
      try sandbox.writeUTF16(arguments[0] == "--in-place" ? Self.list : Self.marked, to: "README16.md")
      let before = try sandbox.files.read("README16.md")
      let outcome = try sandbox.run(["render"] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("README16.md: the file is UTF-16LE, but render writes UTF-8; convert it"))
      #expect(try sandbox.files.read("README16.md") == before)
    }
  }

  @Test func theContentsListIsConfigured() throws {
    let list = "# L\n\n## One\n\n- [A](https://a.example) - Text.\n"
    let sandbox = try Sandbox([
      "awesome.md": list, "o.md": Self.marked, ".awesome.yml": "output: o.md\nrender: {contents: always}\n",
    ])
    #expect(try sandbox.run("render").status == 0)
    #expect(try sandbox.read("o.md").contains("](#one)"))
    #expect(try sandbox.run("render", "--contents", "never").status == 0)
    #expect(try !sandbox.read("o.md").contains("](#one)"))
  }

  @Test func exportedListsAreJSON() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    let outcome = try sandbox.run("export", "--format", "json")
    #expect(outcome.status == 0)
    let list = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(list["title"] as? String == "Surveys")
  }

  @Test func everyListOfTheConfigurationHasItsOutput() throws {
    let sandbox = try Sandbox([
      "awesome.md": Self.list, "zh/awesome.md": Self.list.replacing("Surveys", with: "Lists"),
      "zh/Readme.md": Self.marked,
      ".awesome.yml": "lists:\n  - list: awesome.md\n    output: o.md\n  - list: zh/awesome.md\n",
    ])
    #expect(
      try sandbox.run("render").errors == "awesome: o.md: 1 entry, written\nawesome: zh/Readme.md: 1 entry, written\n")
    #expect(try sandbox.read("o.md") == Self.rendered)
    #expect(try sandbox.read("zh/Readme.md").contains("\n## Lists\n"))
    #expect(try sandbox.run("render", "--check", "zh/awesome.md").status == 0)
    #expect(try sandbox.run("render", "--output", "x.md").status == 2)
    #expect(try sandbox.run("export").errors.contains("names 2 lists"))
    try sandbox.write(
      "lists:\n  - list: awesome.md\n    output: o.md\n  - {list: zh/awesome.md, output: o.md}\n", to: ".awesome.yml")
    #expect(try sandbox.run("render").errors.contains("same output"))
    #expect(try sandbox.read("o.md") == Self.rendered)
  }

  @Test func noListIsWrittenWhereOneCannotBe() throws {
    let sandbox = try Sandbox([
      "a.md": Self.list, "b/b.md": Self.list, "b/README.md": "# Mine\n", "o.md": "",
      ".awesome.yml": "lists:\n  - {list: a.md, output: o.md}\n  - list: b/b.md\n",
    ])
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("b/README.md: no lines"))
    #expect(try sandbox.read("o.md").isEmpty)
  }

  @Test func aHeaderAndAFooterComeFromFilesInTheFolder() throws {
    let sandbox = try Sandbox([
      "repo/README.md": Self.list, "repo/head.md": "Head\n", "repo/foot.md": "Foot\n", "out.md": "Out\n",
      "repo/.awesome.yml": "render: {header: head.md, footer: foot.md}\n",
    ])
    #expect(try sandbox.run(["render", "--in-place", "README.md"], in: "repo").status == 0)
    let text = try sandbox.read("repo/README.md")
    #expect(text.hasPrefix("<!-- awesome:header -->\n\nHead\n\n<!-- /awesome:header -->\n\n# Surveys\n"))
    #expect(text.hasSuffix("<!-- awesome:footer -->\n\nFoot\n\n<!-- /awesome:footer -->\n"))
    #expect(try sandbox.run(["render", "--in-place", "--check", "README.md"], in: "repo").status == 0)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.url("repo/link.md").path, withDestinationPath: "../out.md")
    try sandbox.write("render: {header: link.md}\n", to: "repo/.awesome.yml")
    #expect(try sandbox.run(["render", "--in-place", "README.md"], in: "repo").status == 2)
    try sandbox.write("<!-- /awesome:header -->\n", to: "repo/head.md")
    try sandbox.write("render: {header: head.md}\n", to: "repo/.awesome.yml")
    #expect(
      try sandbox.run(["render", "--in-place", "README.md"], in: "repo").errors.contains("must not have markers"))
  }

  @Test func whatRenderingWouldChangeIsNamedWithItsLine() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list + "\n[x](#none)\n"])
    let outcome = try sandbox.run("render", "--output", "o.md")
    #expect(outcome.errors.contains("o.md: line 6 of the list: no heading matches #none"))
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
