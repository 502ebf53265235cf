import Foundation
import TestSupport
import Testing

/// A file that cannot be read is reported, and a list without entries is not in the way: the other files are done.
@Suite struct PartialRunTests {
  private static let list = "# Awesome Kites\n\n## Reels\n\n- [Reel](https://reel.example) - text.\n"
  private static let prose = "# How to fly\n\nAlone.\n"

  /// Files of which none can be read as a list, each with the sentence that says so.
  private static let unreadable = [
    "gone.md": "gone.md: no such file; check the path",
    "folder.md": "folder.md: this is a folder; name a file in it, or a pattern such as 'folder.md/*.md'",
    "binary.md": "binary.md: not text: NUL byte at offset 4, as in a binary file",
    "huge.md": "huge.md: the file is larger than 8 MiB, too large for a list; name a Markdown file",
    "latin.md": "latin.md: line 1, column 2 is not UTF-8; as Windows-1252 it would be “é”: "
      + "awesome repair --from windows-1252 --in-place latin.md",
    "no*.md": "no*.md: no file matches this pattern; check it, or name a file",
  ]

  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox([
      "a.md": Self.list, "prose.md": Self.prose, "empty.md": "", "folder.md/x": "",
      "nested.md": String(repeating: "> ", count: 2_000) + "x\n",
    ])
    try sandbox.write([UInt8]("# A\n".utf8) + [0], to: "binary.md")
    try sandbox.write([UInt8](repeating: UInt8(ascii: "a"), count: 9 << 20), to: "huge.md")
    try sandbox.write([UInt8(ascii: "a"), 0xE9, 0x0A], to: "latin.md")
    return sandbox
  }

  private func expectProblems(_ outcome: Sandbox.Outcome, location: SourceLocation = #_sourceLocation) {
    #expect(outcome.status == 2, sourceLocation: location)
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    for sentence in Self.unreadable.values {
      #expect(lines.count { $0 == "awesome: " + sentence } == 1, "\(sentence)", sourceLocation: location)
    }
    #expect(lines.contains { $0.hasPrefix("awesome: nested.md: ") }, sourceLocation: location)
  }

  private static let names = unreadable.keys.sorted() + ["nested.md"]

  @Test func lintDoesTheOthers() throws {
    let outcome = try sandbox().run(["lint"] + Self.names + ["a.md", "--select", "description-case"])
    expectProblems(outcome)
    #expect(outcome.output.hasPrefix("a.md:5:34: note: "))
    #expect(outcome.output.contains("\n1 note in 1 entry\n"))
  }

  @Test func fixesAreWrittenToTheOthers() throws {
    let sandbox = try sandbox()
    let outcome = try sandbox.run(
      ["lint", "--preset", "strict", "--fix", "--select", "description-case", "a.md"] + Self.names)
    expectProblems(outcome)
    #expect(try sandbox.read("a.md").contains("- Text."))
  }

  @Test func fixesAreShownForTheOthers() throws {
    let outcome = try sandbox().run(
      ["lint", "--preset", "strict", "--diff", "--select", "description-case", "a.md"] + Self.names)
    expectProblems(outcome)
    #expect(outcome.output.contains("\n+- [Reel](https://reel.example) - Text.\n"))
  }

  @Test func standardInputIsOneOfTheFiles() throws {
    let sandbox = try sandbox()
    let arguments = ["lint", "--select", "description-case", "-"]
    let outcome = try sandbox.run(arguments + Self.names, input: Self.list)
    expectProblems(outcome)
    #expect(outcome.output.hasPrefix("<stdin>:5:34: note: "))
    let binary = try sandbox.run(arguments + ["a.md"], input: "\0")
    #expect(binary.status == 2)
    #expect(binary.errors == "awesome: <stdin>: not text: NUL byte at offset 0, as in a binary file\n")
    #expect(binary.output.hasPrefix("a.md:5:34: note: "))
  }

  @Test func checkLinksDoesTheOthers() throws {
    let outcome = try sandbox().run(["check-links", "--offline"] + Self.names + ["a.md", "prose.md", "empty.md"])
    expectProblems(outcome)
    #expect(outcome.output.hasPrefix("no findings in 1 link of 3 files\n1 unchecked\n1 unchecked: reel.example; "))
    for name in ["prose.md", "empty.md"] {
      #expect(outcome.errors.contains("awesome: \(name): no links found; write URLs as Markdown links\n"))
    }
    let many = try Sandbox(Dictionary(uniqueKeysWithValues: (0..<9).map { ("\($0).md", "Prose.\n") }))
      .run("check-links", "--offline", "*.md")
    #expect(many.errors.hasPrefix("awesome: no links found in 9 files, such as 0.md, 1.md, 2.md; "))
    let dump = try sandbox().run(["check-links", "--dump", "gone.md", "a.md"])
    #expect(dump.status == 2)
    #expect(dump.output == "https://reel.example/\n")
  }

  @Test func repairDoesTheOthers() throws {
    let sandbox = try Sandbox(["a.md": "caf\u{C3}\u{A9}\n"])
    let outcome = try sandbox.run("repair", "--in-place", "gone.md", "a.md")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("awesome: gone.md: no such file; check the path\n"))
    #expect(try sandbox.read("a.md") == "café\n")
    let check = try sandbox.run("repair", "--check", "gone.md", "a.md")
    #expect(check.status == 2)
  }

  @Test func configuredListsAreRenderedWithoutTheOneThatIsGone() throws {
    let sandbox = try Sandbox([
      ".awesome.yml": "lists:\n  - list: gone.md\n    output: G.md\n  - list: a.md\n    output: A.md\n",
      "a.md": Self.list, "A.md": "<!-- awesome:list -->\n<!-- /awesome:list -->\n",
    ])
    let outcome = try sandbox.run("render")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("awesome: gone.md: no such file, but .awesome.yml names it"))
    #expect(try sandbox.read("A.md").contains("[Reel]"))
  }

  @Test(arguments: ["json", "sarif", "junit"], ["lint", "check-links"])
  func reportsForProgramsAreWhole(format: String, command: String) throws {
    let offline = command == "lint" ? [] : ["--offline"]
    for names in [["gone.md"], ["gone.md", "a.md"], ["empty.md"], ["prose.md", "a.md"]] {
      let outcome = try sandbox().run([command, "--format", format] + offline + names)
      #expect((outcome.status == 2) == names.contains("gone.md"))
      if format == "junit" {
        #expect(
          outcome.output.hasPrefix("<?xml ") && ["</testsuites>\n", "/>\n"].contains(where: outcome.output.hasSuffix))
      } else {
        _ = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      }
    }
  }

  @Test func nothingIsReportedToPeopleWhereNothingWasRead() throws {
    for format in ["text", "github", "markdown"] {
      #expect(try sandbox().run("lint", "--format", format, "gone.md").output.isEmpty)
    }
  }

  @Test func aListWithoutEntriesIsAFinding() throws {
    let sandbox = try sandbox()
    let alone = try sandbox.run("lint", "--select", "no-entries", "prose.md")
    #expect(alone.status == 1)
    #expect(alone.output.hasPrefix("prose.md:1:3: error: no entries found; an entry is a list item with a link"))
    let empty = try sandbox.run("lint", "--select", "no-entries", "empty.md")
    #expect(empty.status == 1)
    #expect(empty.output.hasPrefix("empty.md:1:1: error: the file is empty; a list needs a title and entries"))
    let together = try sandbox.run("lint", "--select", "no-entries", "prose.md", "a.md")
    #expect(together.status == 0)
    #expect(together.output.hasPrefix("prose.md:1:3: warning: no entries found"))
    #expect(together.output.contains("\n1 warning in 1 entry of 2 files\n"))
    let both = try sandbox.run("lint", "--select", "no-entries", "prose.md", "empty.md")
    #expect(both.status == 1)
  }

  @Test func aTextThatIsNotAListHasOneFinding() throws {
    let sandbox = try Sandbox(["a.md": Self.list, "prose.md": Self.prose, "new.md": "# Awesome Kites\n"])
    for files in [["prose.md"], ["prose.md", "a.md"]] {
      let outcome = try sandbox.run(["lint"] + files)
      let found = outcome.output.split(separator: "\n").filter { $0.hasPrefix("prose.md:") }
      #expect(found.count == 1 && found[0].hasSuffix("[no-entries]"))
      #expect(outcome.output.contains("\na.md:") == (files.count > 1))
    }
    #expect(try sandbox.run("lint", "--preset", "strict", "new.md").output.contains("[badge]"))
  }

  @Test(arguments: ["minimal", "awesome-lint"]) func thesePresetsAskForNoEntries(preset: String) throws {
    let outcome = try sandbox().run("lint", "--preset", preset, "prose.md")
    #expect(!outcome.output.contains("no-entries"))
    #expect(outcome.output.contains("in 0 entries"))
  }

  @Test func aListWithoutEntriesIsRenderedAndExported() throws {
    let sandbox = try sandbox()
    let note = "awesome: prose.md: no entries found; an entry is a list item with a link\n"
    let rendered = try sandbox.run("render", "prose.md", "--output", "-")
    #expect((rendered.status, rendered.errors) == (0, note))
    #expect(rendered.output.contains("Alone.\n"))
    for format in ["json", "html", "csv", "opml"] {
      let exported = try sandbox.run("export", "--format", format, "prose.md")
      #expect((exported.status, exported.errors) == (0, note))
      #expect(!exported.output.isEmpty)
    }
    #expect(try sandbox.run("export", "empty.md").status == 0)
    #expect(try sandbox.run("render", "empty.md", "--output", "-").status == 0)
    #expect(try sandbox.run("init", "empty.md").status == 0)
  }

  @Test func linksToPagesAreLookedUp() throws {
    let text =
      "# Awesome Kites\n\n## Pages\n\n- [Shops](docs/shops.md)\n- [Reels](docs/reels.md)\n- [Site](reel.example)\n"
    let sandbox = try Sandbox(["a.md": text, "docs/shops.md": "# Shops\n"])
    let outcome = try sandbox.run("lint", "--select", "entry-link", "a.md")
    #expect(outcome.status == 1)
    let message = "no such file in the repository; correct the path, or begin a web address with “https://”"
    #expect(
      outcome.output.split(separator: "\n").filter { $0.hasPrefix("a.md:") } == [
        "a.md:6:11: error: \(message) [entry-link]", "a.md:7:10: error: \(message) [entry-link]",
      ])
  }
}
