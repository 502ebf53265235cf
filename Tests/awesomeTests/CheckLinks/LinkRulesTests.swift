import Foundation
import TestSupport
import Testing

/// Verdicts are rules: levels, options and comments apply to them as to those of lint.
@Suite struct LinkRulesTests {
  private func server() throws -> WebServer {
    try WebServer { request in
      switch request.target {
      case "/gone": .status(404)
      case "/closed", "/closed?2": .status(403)
      case "/moved": .redirect(301, to: "/new")
      case "/away": .redirect(302, to: "/gone")
      case "/twice": .redirect(302, to: "/away")
      case "/500": .status(500)
      default: .ok
      }
    }
  }

  private static let local = [
    "--allow-address", "127.0.0.0/8", "--retries", "0", "--timeout", "600", "--control-name", "localhost",
  ]

  private func run(
    _ server: WebServer, _ paths: [String], _ configuration: String = "", _ more: [String] = []
  ) throws -> Sandbox.Outcome {
    let items = paths.map { "- [A](\(server.url($0))) - B.\n" }.joined()
    let sandbox = try Sandbox(["a.md": "# L\n\n## Things\n\n\(items)", ".awesome.yml": configuration])
    return try sandbox.run(["check-links", "a.md"] + Self.local + more)
  }

  @Test(arguments: [
    ("rules: {link-gone: warning}", "warning", Int32(0)), ("rules: {link-gone: note}", "note", 0),
    ("rules: {link-gone: off}", "", 0), ("files: {a.md: {rules: {link-gone: warning}}}", "warning", 0),
    ("sections: {Things: {rules: {link-gone: note}}}", "note", 0),
    ("sections: {Other: {rules: {link-gone: note}}}", "error", 1),
  ])
  func aLevelAppliesToAVerdict(configuration: String, severity: String, status: Int32) throws {
    let outcome = try run(try server(), ["/gone"], configuration)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("a.md:5:7: \(severity): gone: 404") == !severity.isEmpty)
    // Whatever its level, the link is no other.
    #expect(outcome.output.contains("\n1 gone\n"))
  }

  @Test func whatIsOffByDefaultCanBeReported() throws {
    let server = try server()
    let outcome = try run(server, ["/closed"], "rules: {link-blocked: error}")
    #expect(outcome.status == 1 && outcome.output.contains("error: blocked: 403"))
    #expect(!outcome.output.contains("1 blocked: "))
    let selected = try run(server, ["/closed", "/gone"], "", ["--select", "link-blocked"])
    #expect(selected.status == 0 && selected.output.contains("warning: blocked: 403"))
    #expect(!selected.output.contains("[link-gone]"))
    #expect(try run(server, ["/gone"], "", ["--ignore", "link-gone"]).status == 0)
  }

  @Test func aRuleOfOneSectionKeepsTheOtherLinksInTheSummary() throws {
    let server = try server()
    let links = ["## In", "- [A](\(server.url("/closed"))) - B.", "## Out", "- [A](\(server.url("/closed?2"))) - B."]
    let sandbox = try Sandbox([
      "a.md": "# L\n\n" + links.joined(separator: "\n\n") + "\n",
      "b.md": "# M\n\n- [A](\(server.url("/closed"))) - B.\n",
      ".awesome.yml": "sections: {In: {rules: {link-blocked: warning}}}",
    ])
    let outcome = try sandbox.run(["check-links", "a.md", "b.md"] + Self.local)
    #expect(outcome.output.contains("a.md:5:7: warning: blocked"), "\(outcome.output)")
    #expect(outcome.output.contains("\n1 of 2 blocked: 127.0.0.1"), "\(outcome.output)")
    // A link of two files is one link.
    #expect(outcome.output.contains("1 warning in 2 links of 2 files"), "\(outcome.output)")
  }

  @Test(arguments: [
    ("check-links", "entry-link", "`entry-link` is not a rule of check-links"),
    ("check-links", "link-gon", "unknown rule `link-gon`; did you mean `link-gone`?"),
    ("lint", "link-gone", "`link-gone` is not a rule of lint"),
  ])
  func aRuleOfTheOtherCommandIsNamed(command: String, rule: String, message: String) throws {
    let outcome = try Sandbox(["a.md": "# L\n"]).run(command, "a.md", "--select", rule)
    #expect(outcome.status == 2 && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func aMovedLinkThatIsOffIsNotFixed() throws {
    let server = try server()
    let text = "# L\n\n- [A](\(server.url("/moved"))) - B. <!-- awesome-disable-line link-moved -->\n"
    let sandbox = try Sandbox(["a.md": text])
    #expect(try sandbox.run(["check-links", "--fix", "a.md"] + Self.local).output.contains("\n0 URLs replaced\n"))
    #expect(try sandbox.read("a.md") == text)
  }

  @Test(arguments: [
    ("", " <!-- awesome-disable-line link-gone -->", ""), ("", " <!-- awesome-disable-line -->", ""),
    ("<!-- awesome-disable-next-line link-gone -->\n", "", ""), ("<!-- awesome-disable-file link-gone -->\n", "", ""),
  ])
  func aCommentHidesAFindingAndLintLeavesItAlone(before: String, after: String, end: String) throws {
    let server = try server()
    let sandbox = try Sandbox(["a.md": "# L\n\n\(before)- [A](\(server.url("/gone"))) - Bees.\(after)\n\(end)"])
    let outcome = try sandbox.run(["check-links", "a.md"] + Self.local)
    #expect(outcome.status == 0 && !outcome.output.contains("[link-gone]") && outcome.output.contains("1 gone"))
    #expect(!(try sandbox.run("lint", "a.md", "--select", "suppression").output.contains("[suppression]")))
  }

  @Test(arguments: [
    ("", " <!-- awesome-ignore-link -->", ""), ("<!-- awesome-ignore-link -->\n", "", ""),
    ("", " <!-- markdown-link-check-disable-line -->", ""),
    ("<!-- markdown-link-check-disable-next-line -->\n", "", ""),
    ("<!-- markdown-link-check-disable -->\n", "", "<!-- markdown-link-check-enable -->\n"),
    ("<!-- markdown-link-check-disable -->\n", "", ""), ("<!-- lychee-ignore -->\n", "", ""),
    ("<!--lychee-ignore-start-->\n", "", "<!--lychee-ignore-end-->\n"),
  ])
  func commentsOfOtherCheckersAreRead(before: String, after: String, end: String) throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": "# L\n\n- [Z](\(server.url("/0"))) - Bees.\n\(before)- [A](\(server.url("/gone"))) - Bees.\(after)\n"
        + end
    ])
    let outcome = try sandbox.run(["check-links", "a.md", "--verbose"] + Self.local)
    #expect(outcome.output.contains("1 ok, 1 excluded\n1 excluded: 127.0.0.1:"), "\(outcome.output)")
    #expect(outcome.output.contains("/gone is excluded: a comment excludes it\n"))
    #expect(server.requests.map(\.target) == ["/0"])
    #expect(!(try sandbox.run("lint", "a.md").output.contains("[suppression]")))
  }

  @Test func afterTheEndOfAnIgnoredRangeLinksAreChecked() throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": """
      # L

      <!-- lychee-ignore-start -->

      - [A](\(server.url("/gone"))) - B.

      <!-- markdown-link-check-enable -->

      - [B](\(server.url("/gone"))) - B.

      <!-- lychee-ignore-end -->

      - [C](\(server.url("/gone"))) - B and `<!-- lychee-ignore -->`.

      """
    ])
    let outcome = try sandbox.run(["check-links", "a.md"] + Self.local)
    #expect(outcome.output.contains("a.md:13:7: error: gone") && outcome.output.contains("\n1 gone, 2 excluded\n"))
  }

  @Test func aCommentAboutAllRulesWithoutALinkIsStillUnneeded() throws {
    let text = "# L\n\n- [A](b.md) - Bees.\n\nWords. <!-- awesome-disable-line -->\n"
    let sandbox = try Sandbox(["a.md": text, ".awesome.yml": "preset: awesome\n"])
    #expect(try sandbox.run("lint", "a.md").output.contains("a.md:5:8: warning: comment without effect; remove it"))
  }

  @Test func aMisspeltCommentAboutLinksIsReported() throws {
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](b.md) - B. <!-- awesome-ignore-lnk -->\n"])
    let outcome = try sandbox.run("lint", "a.md", "--select", "suppression")
    #expect(outcome.output.contains("unknown comment `awesome-ignore-lnk`; did you mean `awesome-ignore-link`?"))
  }

  @Test func sarifDescribesAVerdictFromTheCatalogue() throws {
    let outcome = try run(try server(), ["/gone"], "", ["--format", "sarif"])
    #expect(outcome.output.contains("Replace or remove links to pages that do not exist any more."))
    #expect(outcome.output.contains("/Rules.md#link-gone"))
    #expect(outcome.errors == "awesome: 1 link: 1 gone\n")
  }

  @Test func aMessageSaysWhereRedirectsLed() throws {
    let server = try server()
    let outcome = try run(server, ["/away", "/twice"])
    #expect(outcome.output.contains("error: gone: 404 Not Found; a redirect led to \(server.url("/gone")) [link-gone]"))
    #expect(outcome.output.contains("gone: 404 Not Found; 2 redirects led to \(server.url("/gone")) ["))
  }

  @Test func aLongAddressIsCutInItsMiddle() throws {
    let server = try server()
    let path = "/" + String(repeating: "long/", count: 30) + "end"
    let outcome = try run(server, [path], "rules: {link-broken: off}", ["--format", "concise", "--accept", "404"])
    #expect(outcome.status == 0)
    let gone = try run(server, ["/moved?" + String(repeating: "x", count: 200), "/gone"], "", ["--format", "concise"])
    #expect(gone.output.contains("error link-gone \(server.url("/gone")) is gone: 404 Not Found\n"))
  }
}
