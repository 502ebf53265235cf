import Foundation
import TestSupport
import Testing

@Suite struct UsageTests {
  /// The program and its commands.
  static let commands = [
    "awesome", "lint", "render", "repair", "check-links", "export", "history", "rules", "init", "schema", "completions",
    "man",
  ]

  @Test func helpAndVersionSucceed() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.run("--help").status == 0)
    #expect(try sandbox.run("--version").output == "0.1.0\n")
  }

  @Test(arguments: commands)
  func helpMatchesItsGoldenFile(command: String) throws {
    let sandbox = try Sandbox()
    let outcome = command == "awesome" ? try sandbox.run("--help") : try sandbox.run(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    try Golden.check(outcome.output, "help-\(command).txt")
  }

  @Test(arguments: [["nonsense"], ["lint", "--nonsense"], ["lint", "--format", "prose"], ["lint", "--config"]])
  func wrongUsageExitsWith2(arguments: [String]) throws {
    let sandbox = try Sandbox(["awesome.md": "# A\n"])
    let outcome = try sandbox.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("awesome: "))
  }

  @Test func anUnknownCommandIsReportedWithTheNearestOne() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.run("lnt", "a.md").errors == "awesome: unknown command `lnt`; did you mean `lint`?\n")
    let far = try sandbox.run("list.markdown")
    #expect(far.status == 2)
    #expect(far.errors.hasPrefix("awesome: unknown command `list.markdown`; the commands are `lint`, `render`, "))
    #expect(try sandbox.run("help", "lint").status == 0)
  }

  @Test(arguments: [
    (["README.md"], "README.md is a file; did you mean: awesome lint README.md"),
    (["a b.md"], "a b.md is a file; did you mean: awesome lint 'a b.md'"),
    (["docs"], "docs is a folder; did you mean: awesome lint docs/awesome.md"),
    (
      ["https://a.example/list"], "https://a.example/list is an address; awesome reads files: "
    ),
    (["check"], "unknown command `check`; did you mean `check-links`?"),
    (["links"], "unknown command `links`; did you mean `check-links`?"),
    (["dead-anchor"], "`dead-anchor` is a rule; did you mean: awesome rules dead-anchor"),
    (["lint", "docs"], "docs: this is a folder; did you mean docs/awesome.md?"),
    (["lint", "docs/awsome.md"], "docs/awsome.md: no such file; did you mean docs/awesome.md?"),
    (["lint", "readme.markdown"], "readme.markdown: no such file; check the path"),
    (["lint", "http://a.example"], "http://a.example: no such file; awesome reads files: "),
    (["export", "html"], "html: no such file; did you mean `--format html`?"),
    (["lint", "dead-anchor"], "dead-anchor: no such file; did you mean `--select dead-anchor`, or "),
    (["lint", "README.md", "render"], "render: no such file; one run takes one command"),
    (
      ["check-links", "--timeout", "30x"], "The value '30x' is invalid for '--timeout <duration>': "
    ),
    (["check-links", "--remap", "a"], "The value 'a' is invalid for '--remap <url=url>': write two prefixes, as in "),
    (["check-links", "--allow-address", "10"], "The value '10' is invalid for '--allow-address <cidr>': write an "),
    (["check-links", "--control-name", "http://a"], "The value 'http://a' is invalid for '--control-name <host>': "),
    (["check-links", "--timeout", "2h"], "--timeout takes 1s to 1h"),
    (["check-links", "--accept", "4x"], "The value '4x' is invalid for '--accept <statuses>': write statuses, ranges"),
  ])
  func wordsInTheWrongPlaceGetTheRightOne(arguments: [String], sentence: String) throws {
    let list = "# A\n\n- [A](#a) - Text.\n"
    let sandbox = try Sandbox(["README.md": list, "a b.md": list, "docs/awesome.md": list])
    let outcome = try sandbox.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("awesome: " + sentence), "\(outcome.errors)")
  }

  /// `/dev/full` exists on Linux alone.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsAFailureAndAClosedPipeIsNot() throws {
    let sandbox = try Sandbox(["a.md": "# A\n\n- [A](https://a.example) - Text.\n"])
    func status(_ command: String) throws -> Int32 {
      try Program.shell.run(["-c", command, sandbox.program.url.path, sandbox.url("a.md").path]).status
    }
    #expect(try status(#""$0" export "$1" > /dev/full"#) == 2)
    #expect(try status(#""$0" export "$1" >&-"#) == 2)
    #expect(try status(#"{ "$0" export "$1"; echo $? > "$1.status"; } | true"#) == 0)
    #expect(try sandbox.read("a.md.status") == "0\n")
  }

  @Test func hostileArgumentsAreInert() throws {
    let outcome = try Sandbox().run("lint", "--\u{1B}[2J\u{202E}", "x")
    #expect(outcome.status == 2)
    #expect(!outcome.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}
