import Foundation
import TestSupport
import Testing

/// The files of a pattern, without those that git ignores or the configuration excludes.
@Suite struct FileSelectionTests {
  private static let list = "# Awesome Kites\n\n## Reels\n\n- [Reel](https://reel.example) - text.\n"

  private func sandbox(_ names: String..., more: [String: String] = [:]) throws -> Sandbox {
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.list) })
    return try Sandbox(files.merging(more) { $1 })
  }

  private func makeRepository(_ sandbox: Sandbox, in folder: String = ".") throws {
    #expect(try sandbox.runShell("git init --quiet \(folder)").status == 0)
  }

  /// The files with a finding.
  private func linted(
    _ arguments: String..., in sandbox: Sandbox, folder: String = "", errors: String = ""
  ) throws -> [String] {
    let outcome = try sandbox.run(
      ["lint", "--preset", "strict", "--select", "description-case"] + arguments, in: folder)
    #expect(outcome.errors == errors)
    return outcome.output.split(separator: "\n").filter { $0.contains(": error: ") }.map {
      String($0.prefix { $0 != ":" })
    }
  }

  @Test func aPatternSkipsWhatGitIgnores() throws {
    let sandbox = try sandbox(
      "a.md", "build/b.md", "docs/c.md", "docs/draft.md", "inner/d.md", "inner/out/e.md",
      more: [".gitignore": "build/\n", "docs/.gitignore": "draft.md\n", "inner/.gitignore": "out\n"])
    let all = ["a.md", "build/b.md", "docs/c.md", "docs/draft.md", "inner/d.md", "inner/out/e.md"]
    #expect(try linted("**/*.md", in: sandbox) == all)
    try makeRepository(sandbox)
    try makeRepository(sandbox, in: "inner")
    #expect(try linted("**/*.md", in: sandbox) == ["a.md", "docs/c.md", "inner/d.md"])
    #expect(try linted("docs/*.md", in: sandbox) == ["docs/c.md"])
    #expect(try linted("../*/*.md", in: sandbox, folder: "docs") == ["../docs/c.md", "../inner/d.md"])
    #expect(try linted("build/b.md", in: sandbox) == ["build/b.md"])
    let outcome = try sandbox.run("lint", "build/*.md")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "awesome: build/*.md: git ignores all files that match this pattern; name a file that is to be read\n")
  }

  @Test func aHookReadsOnlyTheListsAmongItsFiles() throws {
    let names = ["readme.md", "contributing.md", "docs/readme.md"]
    let sandbox = try sandbox("readme.md", "contributing.md", "docs/readme.md")
    let arguments = ["--only-lists"] + names
    func linted(_ errors: String = "") throws -> [String] {
      let outcome = try sandbox.run(["lint", "--preset", "strict", "--select", "description-case"] + arguments)
      #expect(outcome.errors == errors)
      return outcome.output.split(separator: "\n").filter { $0.contains(": error: ") }.map {
        String($0.prefix { $0 != ":" })
      }
    }
    #expect(try linted() == ["readme.md"])
    try sandbox.write("list: docs/readme.md\n", to: ".awesome.yml")
    #expect(try linted() == ["docs/readme.md"])
    try sandbox.write("lists: [{list: contributing.md}, {list: readme.md}]\n", to: ".awesome.yml")
    #expect(try linted() == ["readme.md", "contributing.md"])
    try sandbox.write("list: other.md\n", to: ".awesome.yml")
    #expect(try linted("awesome: no list among the named files, so nothing was checked\n") == [])
    for command in ["lint", "check-links"] { #expect(try sandbox.run([command] + arguments).status == 0) }
    let missing = try sandbox.run("lint", "--only-lists", "none.md")
    #expect(missing.status == 2)
  }

  @Test func aRepositoryThatGitCannotReadIsNoted() throws {
    let sandbox = try sandbox("a.md", more: [".gitignore": "a.md\n", ".git/HEAD": "nonsense"])
    let outcome = try sandbox.run("lint", "--select", "no-entries", "*.md")
    #expect(outcome.status == 0 && outcome.output == "no findings in 1 entry\n")
    #expect(outcome.errors.contains(": what git ignores is not skipped: "))
  }

  private static let exclusions = "exclude:\n  - drafts/\n  - \"**/*.old.md\"\n"

  private func excluding() throws -> Sandbox {
    try sandbox(
      "a.md", "a.old.md", "docs/b.md", "docs/b.old.md", "drafts/deep/c.md", "drafts/d.md",
      more: [".awesome.yml": Self.exclusions])
  }

  @Test func anExclusionHoldsForEveryCommand() throws {
    let sandbox = try excluding()
    try makeRepository(sandbox)
    #expect(try linted("**/*.md", in: sandbox) == ["a.md", "docs/b.md"])
    #expect(try linted("../**/*.md", in: sandbox, folder: "docs") == ["../a.md", "../docs/b.md"])
    let links = try sandbox.run("check-links", "--offline", "**/*.md")
    #expect(links.output.hasPrefix("no findings in 1 link of 2 files\n"))
    try sandbox.write("caf\u{C3}\u{A9}\n", to: "drafts/d.md")
    #expect(try sandbox.run("repair", "--check", "**/*.md").status == 0)
    #expect(try sandbox.run("repair", "--check", "--no-config", "**/*.md").status == 1)
    let outcome = try sandbox.run("lint", "drafts/*.md")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("`exclude` in .awesome.yml leaves out all files that match this pattern"))
  }

  @Test func aFileThatIsNamedIsLeftOutWithANote() throws {
    let sandbox = try excluding()
    let note = "awesome: a.old.md: left out by `exclude` (.awesome.yml:3:5); to read it all the same, add --no-config\n"
    #expect(try linted("a.old.md", "a.md", in: sandbox, errors: note) == ["a.md"])
    #expect(try linted("a.old.md", in: sandbox, errors: note) == [])
    let alone = try sandbox.run("lint", "a.old.md")
    #expect(alone.status == 0)
    #expect(try sandbox.run("lint", "--no-config", "a.old.md").output.hasPrefix("a.old.md:"))
    // The only file of a command that prints it.
    #expect(try sandbox.run("repair", "a.old.md").output == Self.list)
    #expect(try sandbox.run("export", "--format", "csv", "a.old.md").output.contains("Reel"))
    #expect(try sandbox.run("render", "a.old.md", "--output", "-").output.contains("Reel"))
  }

  @Test func anExclusionThatMatchesNothingIsNoted() throws {
    let sandbox = try sandbox(
      "a.md", "docs/b.md",
      more: [".awesome.yml": "exclude: [docs, gone.md, \"*.{md,txt}\", \"d?cs/*.md\", \"**/e.md\"]\n"])
    let outcome = try sandbox.run("lint", "--select", "no-entries", "*.md")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == """
        awesome: .awesome.yml:1:17: no file matches `gone.md` in `exclude`; correct it, or remove it
        awesome: .awesome.yml:1:26: no file matches `*.{md,txt}` in `exclude`; correct it, or remove it
        awesome: .awesome.yml:1:53: no file matches `**/e.md` in `exclude`; correct it, or remove it

        """)
    // Without a pattern, nothing was looked for.
    #expect(try sandbox.run("lint", "--select", "no-entries", "a.md").errors.isEmpty)
  }

  @Test(arguments: [
    ("[/docs]", "11: `exclude` must be a path in this file's folder, without `..`"),
    ("[../docs]", "11: `exclude` must be a path in this file's folder, without `..`"),
    ("[\"!a.md\"]", "11: `exclude` cannot take files back in with `!`; write patterns that leave them in"),
    ("[./]", "11: `exclude` must not exclude the whole folder"),
    ("docs", "10: `exclude` must be a list, with `- ` before each item"),
    ("[**/*.md]", "11: not YAML: put text that begins with `*` or `&` in quotes"),
  ])
  func aMalformedExclusionIsAnErrorWithItsLine(_ value: String, _ problem: String) throws {
    let outcome = try sandbox("a.md", more: [".awesome.yml": "exclude: \(value)\n"]).run("lint", "*.md")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "awesome: .awesome.yml:1:\(problem)\n")
  }

  @Test func findingsAboutARepositoryAppearOnceInIt() throws {
    let sandbox = try sandbox("a.md", "docs/b.md", "inner/c.md", "inner/d.md")
    try makeRepository(sandbox)
    try makeRepository(sandbox, in: "inner")
    let arguments = ["lint", "--preset", "strict", "--select"]
    let license = "error: no LICENSE in the repository; put a Creative Commons licence there, best CC0 [license-file]\n"
    let guide = "error: no contributing.md in the repository; describe there how to add an entry [contributing]\n"
    #expect(
      try sandbox.run(arguments + ["license-file,contributing", "**/*.md"]).output == """
        a.md:1:3: \(guide)a.md:1:3: \(license)inner/c.md:1:3: \(guide)inner/c.md:1:3: \(license)
        4 errors in 4 entries of 4 files
            awesome rules ID explains a rule

        """)
    // A file in which the rule is off does not keep it from the others.
    try sandbox.write("files:\n  a.md:\n    rules: {license-file: off}\n", to: ".awesome.yml")
    let found = try sandbox.run("lint", "--preset", "strict", "a.md", "docs/b.md").output
    let places = found.split(separator: "\n").filter { $0.hasSuffix("[license-file]") }.map { $0.prefix(9) }
    #expect(places == ["docs/b.md"])
  }
}
