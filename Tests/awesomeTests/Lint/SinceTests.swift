import Foundation
import TestSupport
import Testing

@Suite struct SinceTests {
  private static let head =
    "# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\nText.\n\n## B\n\n"
  private static let old = head + "- [X](https://x.example) - old text\n- [Y](https://y.example) - Text.\n"

  private func lint(_ text: String, _ arguments: String..., after change: (TestRepository) throws -> Void = { _ in })
    throws -> Program.Result
  {
    let repository = try TestRepository()
    try repository.files.write(Self.old, to: "awesome.md")
    try repository.commit()
    try repository.files.write(text, to: "awesome.md")
    try change(repository)
    let program = try Program(built: "awesome")
    return try program.run(
      ["lint", "--preset", "strict", "--since", "HEAD"] + arguments, input: Array(text.utf8), in: repository.folder.path
    )
  }

  @Test func anUnchangedListHasNoFinding() throws {
    let result = try lint(Self.old)
    #expect(result.outputText == "no findings in 2 entries\n")
    #expect(result.status == 0)
  }

  @Test func onlyAddedTextIsCheckedAndFixed() throws {
    let text = Self.old + "- [Z](https://z.example) - new text.\n"
    let finding = "awesome.md:9:28: error: lower case at the start of a description; write “New”"
    #expect(try lint(text).outputText.hasPrefix(finding))
    let fixed = try lint(text, "--fix", "-", "--stdin-filename", "awesome.md")
    #expect(fixed.outputText == text.replacing("new", with: "New"))
  }

  @Test func anEntryIsCheckedWholeWhenOneOfItsLinesIsNew() throws {
    let text = Self.head + "- [X](https://x.example) - old text\n  more.\n- [Y](https://y.example) - Text.\n"
    let finding = "awesome.md:7:28: error: lower case at the start of a description; write “Old”"
    #expect(try lint(text).outputText.contains(finding))
  }

  @Test func problemsThatANewEntryCausesElsewhereAreFoundThere() throws {
    let text = Self.head + "- [Z](https://y.example) - Text.\n" + Self.old.dropFirst(Self.head.count)
    let result = try lint(text)
    #expect(result.outputText.hasPrefix("awesome.md:9:7: error: duplicate of “Z” on line 7"))
    #expect(result.outputText.contains("1 error"))
  }

  @Test func aFileThatGitDoesNotKnowIsNew() throws {
    let result = try lint(Self.old, "new.md", after: { try $0.files.write(Self.old, to: "new.md") })
    #expect(result.outputText.contains("new.md:7:28: error: "))
  }

  @Test(arguments: [
    ("--since=-h", "`-h` is not a revision"), ("--since=nowhere", "unknown commit `nowhere`"),
  ])
  func invalidRevisionsAreRefused(option: String, sentence: String) throws {
    let repository = try TestRepository()
    try repository.files.write(Self.old, to: "awesome.md")
    try repository.commit()
    let result = try Program(built: "awesome").run(["lint", option], in: repository.folder.path)
    #expect(result.status == 2)
    #expect(result.errorText.contains(sentence))
  }

  @Test func aCheckoutOfAnotherUserIsNamedWithTheRemedy() throws {
    let sandbox = try Sandbox(["awesome.md": Self.old])
    guard try sandbox.runShell("git init --quiet && chown -R 65533 .git . 2>/dev/null").status == 0 else { return }
    for command in ["lint", "check-links --offline"] {
      let outcome = try sandbox.runShell("HOME=$PWD exec \"$0\" \(command) --since main")
      #expect(outcome.status == 2)
      let path = sandbox.folder.path
      #expect(
        outcome.errors == "awesome: --since main: git does not trust \(path), which belongs to another user; "
          + "run: git config --global --add safe.directory \(path)\n")
    }
  }

  @Test(arguments: [
    "detected dubious ownership in repository at '/srv/it's a list'",
    "unsafe repository ('/srv/it's a list' is owned by someone else)",
  ])
  func everyWordingOfGitIsKnown(reason: String) throws {
    let sandbox = try Sandbox(["awesome.md": Self.old, "bin/reason": "fatal: \(reason)\n"])
    try sandbox.write("#!/bin/sh\ncat \"${0%/*}/reason\" >&2\nexit 128\n", to: "bin/git")
    let outcome = try sandbox.runShell("chmod +x bin/git; PATH=$PWD/bin:$PATH exec \"$0\" lint --since main")
    #expect(
      outcome.errors == "awesome: --since main: git does not trust /srv/it's a list, which belongs to another user; "
        + #"run: git config --global --add safe.directory '/srv/it'\''s a list'"# + "\n")
  }

  @Test func withoutARepositoryOrGitTheRunFails() throws {
    let sandbox = try Sandbox(["awesome.md": Self.old])
    let outcome = try sandbox.run("lint", "--since", "main")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("not a git repository"))
    let without = try sandbox.run(["lint", "--since", "main"], environment: ["PATH": sandbox.folder.path])
    #expect(without.status == 2)
    #expect(without.errors.contains("git is not on the PATH"))
    let nameless = try sandbox.run(["lint", "--since", "main", "-"], input: Self.old)
    #expect(nameless.errors.contains("add --stdin-filename"))
  }
}
