import Foundation
import Testing

/// What reports take from the command line and the environment.
@Suite struct ReportTests {
  private static let damaged = "# List\n\n## Surveys ðŸ“–\n\n- [A](https://a.example) - Text about Github.\n"

  @Test func theNextStepsRepeatTheCommandLine() throws {
    let sandbox = try Sandbox(["a b.md": Self.damaged])
    let arguments = ["lint", "--no-config", "--format=text", "--fail-on", "never", "--preset", "minimal", "a b.md"]
    #expect(
      try sandbox.run(arguments).output.contains(
        "\n[*] awesome lint --fix --no-config --preset minimal 'a b.md' mends 1\n"))
    #expect(try sandbox.run("lint", "--", "a b.md").output.contains("\n[*] awesome lint --fix -- 'a b.md' mends 2\n"))
    #expect(try !sandbox.run("lint", "--quiet", "a b.md").output.contains("awesome lint"))
    let many = (1...40).map { "list-with-a-name-\($0).md" }
    for name in many { try sandbox.write(Self.damaged, to: name) }
    #expect(try sandbox.run(["lint"] + many).output.contains("\n[*] awesome lint --fix … mends 80\n"))
  }

  @Test func whatWasFixedIsNotOfferedAgain() throws {
    let sandbox = try Sandbox(["a.md": Self.damaged.replacing("Surveys", with: "StackOverflow")])
    let output = try sandbox.run("lint", "--fix", "a.md").output
    #expect(!output.contains("[*]") && !output.contains("lint --fix"))
    #expect(try !sandbox.run("lint", "--unsafe-fixes", "a.md").output.contains("[!]"))
  }

  @Test func linesFitTheColumnsThatTheEnvironmentNames() throws {
    let line = "- [A](https://a.example) - Text 漢字漢字漢字漢字漢字 about Github \(String(repeating: "and more ", count: 20)).\n"
    let sandbox = try Sandbox(["a.md": "# L\n\n" + line])
    func widest(_ columns: String) throws -> Int {
      let output = try sandbox.run(["lint", "--select", "brand-case", "a.md"], environment: ["COLUMNS": columns]).output
      let wide = output.split(separator: "\n")[1].unicodeScalars.reduce(0) { $0 + ($1.value > 0x4E00 ? 2 : 1) }
      return wide
    }
    #expect(try widest("40") == 40)
    #expect(try (120...121).contains(widest("121")))
    #expect(try (99...100).contains(widest("none")))
    #expect(try widest("1") <= 20)
  }

  @Test func theReportIsAppendedToTheStepSummary() throws {
    let sandbox = try Sandbox(["a.md": Self.damaged])
    let summary = sandbox.url("summary.md").path
    func run(_ arguments: String..., summary: String) throws -> Sandbox.Outcome {
      try sandbox.run(["lint", "a.md"] + arguments, environment: ["GITHUB_STEP_SUMMARY": summary])
    }
    _ = try run("--format", "github", summary: summary)
    let first = try sandbox.read("summary.md")
    #expect(first.hasPrefix("**1 error, 1 warning in 1 entry; --fix mends 2**\n\n- `a.md:3:12` error: "))
    _ = try run("--format", "text", summary: summary)
    #expect(try sandbox.read("summary.md") == first)
    _ = try run("--format", "github", summary: summary)
    #expect(try sandbox.read("summary.md") == first + "\n\n" + first)
    // GitHub shows nothing of a file that is too large.
    for room in [0, 50, 200] {
      try sandbox.write(String(repeating: "x", count: 1 << 20 - room), to: "summary.md")
      let outcome = try run("--format", "github", summary: summary)
      #expect(try sandbox.read("summary.md").utf8.count <= 1 << 20)
      #expect(outcome.errors.contains("no room for the report") == (room < 100))
    }
    let failed = try run("--format", "github", summary: "/no/such/folder/x")
    #expect(failed.status == 1 && failed.errors.contains("awesome: the job summary (GITHUB_STEP_SUMMARY): "))
  }

  @Test(arguments: ["sarif", "gitlab", "github"]) func pathsAreThoseOfTheRepository(format: String) throws {
    let sandbox = try Sandbox(["lists/a.md": Self.damaged, ".git/HEAD": ""])
    let output = try sandbox.run(["lint", "a.md", "--format", format], in: "lists").output
    #expect(output.contains("lists/a.md"))
    if format == "sarif" {
      #expect(output.contains(#""uriBaseId": "%SRCROOT%""#) && output.contains("/Rules.md#mojibake"))
      #expect(output.contains(#""version": "0.1.0""#))
    }
  }

  @Test func diffsHaveColoursOnRequest() throws {
    let sandbox = try Sandbox(["a.md": Self.damaged])
    for command in [["lint", "--diff"], ["render", "--in-place", "--diff"], ["repair", "--diff"]] {
      let colored = try sandbox.run(command + ["--color", "always", "a.md"], environment: ["NO_COLOR": "1"]).output
      #expect(
        colored.contains("\n\u{1B}[31m-## Surveys ðŸ“–\u{1B}[0m\n\u{1B}[32m+## Surveys 📖\u{1B}[0m\n"), "\(command)")
      let plain = try sandbox.run(command + ["a.md"]).output
      #expect(plain == colored.replacing(/\u{1B}\[[0-9]*m/, with: ""))
      #expect(try sandbox.run(command + ["a.md"], environment: ["FORCE_COLOR": "1"]).output == colored)
      #expect(
        try sandbox.run(command + ["--color", "never", "a.md"], environment: ["FORCE_COLOR": "1"]).output == plain)
    }
  }
}
