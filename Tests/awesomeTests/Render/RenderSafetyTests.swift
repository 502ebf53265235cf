import Foundation
import TestSupport
import Testing

/// Files and encodings that `render` must not lose.
@Suite struct RenderSafetyTests {
  private static let list = "Surveys\n=======\n\n* [A](https://a.example) - Text."
  private static let rendered = list + "\n"
  private static let marked = "# Kit\n\nWords.\n\n<!-- awesome:list -->\n<!-- /awesome:list -->\n\nEnd"

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

  @Test func aListIsOverwrittenOnlyIfSomeoneSaysSo() throws {
    let sandbox = try Sandbox(["README.md": Self.list, "docs/Readme.md": Self.list])
    for arguments in [["render"], ["render", "README.md"], ["render", "docs/Readme.md"], ["render", "./README.md"]] {
      let outcome = try sandbox.run(arguments)
      #expect(outcome.status == 2)
      for way in ["--in-place", "--output", "`output`"] { #expect(outcome.errors.contains(way)) }
      #expect(try sandbox.run(arguments + ["--check"]).status == 1)
      #expect(try sandbox.run(arguments + ["--diff"]).status == 0)
    }
    #expect(try sandbox.read("README.md") == Self.list && sandbox.read("docs/Readme.md") == Self.list)
    #expect(try sandbox.run("render", "--output", "README.md").status == 0)
    #expect(try sandbox.run(["render", "--in-place"], in: "docs").status == 0)
    #expect(try sandbox.read("README.md") == Self.rendered && sandbox.read("docs/Readme.md") == Self.rendered)
    try sandbox.write(Self.list, to: "README.md")
    try sandbox.write("output: README.md\n", to: ".awesome.yml")
    #expect(try sandbox.run("render").status == 0)
    #expect(try sandbox.read("README.md") == Self.rendered)
  }

  @Test func aLinkToTheListIsTheList() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.url("README.md").path, withDestinationPath: "awesome.md")
    #expect(try sandbox.run("render").status == 2)
    #expect(try sandbox.run("render", "README.md").status == 2)
    #expect(try sandbox.read("awesome.md") == Self.list)
  }

  @Test func everyListThatWouldBeOverwrittenIsNamed() throws {
    let sandbox = try Sandbox([
      "README.md": Self.list, "b/README.md": Self.list,
      ".awesome.yml": "lists:\n  - list: README.md\n  - list: b/README.md\n",
    ])
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("awesome: README.md: ") && outcome.errors.contains("awesome: b/README.md: "))
    try sandbox.write("lists:\n  - {list: README.md, output: README.md}\n", to: ".awesome.yml")
    #expect(try sandbox.run("render").status == 0)
  }

  @Test func aListWithAMergeConflictIsNotRendered() throws {
    let list = Self.list + "\n\n<<<<<<< HEAD\n* [B](https://b.example)\n=======\n>>>>>>> topic\n"
    let sandbox = try Sandbox(["awesome.md": list])
    let outcome = try sandbox.run("render", "--output", "o.md")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("awesome.md: line 6: merge conflict"))
    #expect(!FileManager.default.fileExists(atPath: sandbox.url("o.md").path))
  }

  @Test func aREADMEWithoutMarkersIsReplacedOnlyByName() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list, "README.md": "# Mine\n"])
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("awesome: README.md: no lines <!-- awesome:list -->"))
    #expect(try sandbox.read("README.md") == "# Mine\n")
    #expect(try sandbox.run("render", "--output", "README.md").status == 0)
    #expect(try sandbox.run("render").status == 0)
  }

  @Test func brokenMarkersAreRefused() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list, "README.md": "# R\n\n<!-- awesome:list -->\n"])
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("awesome: README.md: needs exactly one line"))
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

  @Test func aREADMELinkedOutOfTheRepositoryIsWrittenOnlyByName() throws {
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

  @Test func aFileThatOnlyTheConfigurationNamesIsNotReplaced() throws {
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

  @Test func renderingDoesNotChangeAnEncoding() throws {
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

  @Test func noListIsWrittenIfOneIsRefused() throws {
    let sandbox = try Sandbox([
      "a.md": Self.list, "b/b.md": Self.list, "b/README.md": "# Mine\n", "o.md": "",
      ".awesome.yml": "lists:\n  - {list: a.md, output: o.md}\n  - list: b/b.md\n",
    ])
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("b/README.md: no lines"))
    #expect(try sandbox.read("o.md").isEmpty)
  }

  @Test(arguments: [
    ("build.sh", "must end in .md or .markdown, or exist already"), ("list.md.txt", "must end in .md"),
    (".github/workflows/list.md", "may write only README.md"), (".github/FUNDING.md", "may write only README.md"),
    ("linked/list.md", "may write only README.md"), ("hook.md", "may write only README.md"),
  ])
  func theConfigurationNamesNoOutputThatAListWouldNotHave(output: String, problem: String) throws {
    let sandbox = try Sandbox([
      "awesome.md": Self.list, ".github/workflows/ci.yml": Self.marked, ".awesome.yml": "output: \(output)\n",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.url("linked").path, withDestinationPath: ".github/workflows")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.url("hook.md").path, withDestinationPath: ".github/workflows/ci.yml")
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(problem), "\(outcome.errors)")
    #expect(try sandbox.read(".github/workflows/ci.yml") == Self.marked)
    #expect(!FileManager.default.fileExists(atPath: sandbox.url("build.sh").path))
  }

  @Test(arguments: ["docs/LIST.MD", "list.markdown", ".github/README.md", "LISTE"])
  func theConfigurationNamesOtherOutputs(output: String) throws {
    let sandbox = try Sandbox([
      "awesome.md": Self.list, "LISTE": Self.marked, "docs/x": "", ".github/x": "",
      ".awesome.yml": "output: \(output)\n",
    ])
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try sandbox.read(output).contains("awesome:list") == (output == "LISTE"))
  }

  @Test(arguments: [
    "list: pipe.md", "output: pipe.md", "render: {header: pipe.md}", "render: {footer: pipe.md}", "extends: pipe.md",
    "lists: [{list: awesome.md, output: pipe.md}]", "lists: [{list: pipe.md, output: a.md}]",
  ])
  func aPipeThatTheConfigurationNamesIsRefusedAtOnce(configuration: String) throws {
    let sandbox = try Sandbox(["awesome.md": Self.list, ".awesome.yml": configuration + "\n"])
    try sandbox.makePipe("pipe.md")
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("this is a pipe or a device"), "\(outcome.errors)")
  }
}
