import Foundation
import Testing

/// What cannot be judged ends with a sentence on standard error and status 2, and never by a signal.
@Suite struct BadInputTests {
  static let commands = ["lint", "render", "check-links", "export"]

  private func expectRefusal(
    _ outcome: Sandbox.Outcome, _ sentence: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 2, sourceLocation: location)
    #expect(outcome.output.isEmpty, sourceLocation: location)
    #expect(outcome.errors == "awesome: \(sentence)\n", sourceLocation: location)
  }

  @Test(arguments: commands) func missingFile(command: String) throws {
    expectRefusal(
      try Sandbox().run(command, "no.md"), "no.md: no such file; check the path")
  }

  @Test(arguments: commands) func folder(command: String) throws {
    expectRefusal(
      try Sandbox(["docs/a.md": "# A\n"]).run(command, "docs"),
      "docs: this is a folder; name a file in it, or a pattern such as 'docs/*.md'")
  }

  @Test(arguments: commands) func hugeFile(command: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write([UInt8](repeating: UInt8(ascii: "a"), count: 20 << 20), to: "big.md")
    expectRefusal(
      try sandbox.run(command, "big.md"),
      "big.md: the file is larger than 8 MiB, too large for a list; name a Markdown file")
  }

  @Test(arguments: commands) func binaryFile(command: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write([UInt8]("# A\n".utf8) + [0, 1, 2, 255], to: "a.md")
    expectRefusal(
      try sandbox.run(command, "a.md"), "a.md: not text: NUL byte at offset 4, as in a binary file")
  }

  @Test(arguments: commands) func invalidUTF8(command: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write([UInt8]("# A\n".utf8) + [0xE9, 0x0A], to: "a.md")
    expectRefusal(
      try sandbox.run(command, "a.md"),
      "a.md: line 2, column 1 is not UTF-8; as Windows-1252 it would be “é”: "
        + "awesome repair --from windows-1252 --in-place a.md")
    try sandbox.write([UInt8]("# A\n".utf8) + [0x81, 0x0A], to: "a.md")
    expectRefusal(
      try sandbox.run(command, "a.md"),
      "a.md: line 2, column 1 is not UTF-8; if you know its encoding: awesome repair --from ENCODING --in-place a.md")
  }

  @Test(arguments: commands) func utf16IsNotedOnce(command: String) throws {
    let sandbox = try Sandbox()
    try sandbox.writeUTF16("# A\n\n- [A](mailto:a@a.example) - Text.\n", to: "a.md")
    let options = [
      "lint": ["--fail-on", "never"], "render": ["--output", "-"], "check-links": ["--offline"],
    ]
    let outcome = try sandbox.run([command, "a.md"] + options[command, default: []])
    #expect(outcome.status == 0)
    #expect(outcome.errors.components(separatedBy: "awesome: a.md: read as UTF-16").count == 2)
  }

  @Test func unknownRule() throws {
    expectRefusal(
      try Sandbox([".awesome.yml": "rules: {mojibak: off}\n", "a.md": "# A\n"]).run("lint", "a.md"),
      ".awesome.yml:1:9: unknown rule `mojibak` in `rules`; did you mean `mojibake`?")
    expectRefusal(try Sandbox().run("rules", "mojibak"), "unknown rule `mojibak`; did you mean `mojibake`?")
  }

  @Test(arguments: commands) func endlessDevice(command: String) throws {
    #expect(try Sandbox().run(command, "/dev/zero").status == 2)
  }

  @Test(arguments: commands) func noListHere(command: String) throws {
    expectRefusal(
      try Sandbox(["notes.md": "# A\n"]).run(command),
      "no awesome.md and no README in this folder; name the list, or run in its folder")
  }

  @Test func everyUnreadableFileIsNamed() throws {
    let outcome = try Sandbox(["a.md/b": ""]).run("lint", "no.md", "a.md", "gone.md")
    #expect(outcome.status == 2)
    #expect(outcome.errors.split(separator: "\n").count == 3)
  }

  @Test func hostileNamesAreInert() throws {
    let outcome = try Sandbox().run("lint", "\u{1B}]0;x\u{7}\r\n::error::.md")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix(#"awesome: \u{1B}]0;x\u{7}\r\n::error::.md: no such file"#))
  }
}
