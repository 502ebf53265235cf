import Foundation
import TestSupport
import Testing

/// What a configuration sets for links, and what it cannot.
@Suite struct LinkConfigurationTests {
  private static let local = [
    "--allow-address", "127.0.0.0/8", "--retries", "0", "--timeout", "600", "--control-name", "localhost",
  ]

  private func run(
    _ server: WebServer, _ paths: [String], _ configuration: String, _ more: [String] = []
  ) throws -> Sandbox.Outcome {
    let items = paths.map { "- [A](\(server.url($0))) - B.\n" }.joined()
    let sandbox = try Sandbox(["a.md": "# L\n\n\(items)", ".awesome.yml": configuration])
    return try sandbox.run(["check-links", "a.md"] + Self.local + more)
  }

  @Test func statusesCanBeAcceptedForAllHostsAndForOne() throws {
    let server = try WebServer { .status(Int($0.target.dropFirst()) ?? 200) }
    let all = "check-links: {accept: '500..599'}"
    #expect(try run(server, ["/500", "/403"], all).output.contains("\n1 ok, 1 blocked\n"))
    let hosts = "check-links: {hosts: {127.0.0.1: {accept: [403, 500]}}}"
    #expect(try run(server, ["/500", "/403", "/503"], hosts).output.contains("\n2 ok, 1 transient\n"))
  }

  @Test(arguments: ["accept: 404", "accept: [403, 400..499]", "hosts: {a.example: {accept: 410}}"])
  func noConfigurationTakesAPageThatIsGoneForOneThatIsThere(key: String) throws {
    let outcome = try run(try WebServer { _ in .ok }, ["/"], "check-links: {\(key)}")
    #expect(outcome.status == 2 && outcome.errors.contains("must not have 404 or 410"), "\(outcome.errors)")
  }

  @Test(arguments: [("check", "broken"), ("suspect", "suspect"), ("off", "ok")])
  func fragmentsOfAHostCanBeLeft(policy: String, verdict: String) throws {
    let server = try WebServer { _ in .ok }
    let configuration = "check-links: {hosts: {127.0.0.1: {fragments: \(policy)}}}"
    let outcome = try run(server, ["/#part", "/#nowhere"], configuration)
    #expect(outcome.output.contains(verdict == "ok" ? "\n2 ok\n" : "\n1 ok, 1 \(verdict)\n"), "\(outcome.output)")
  }

  @Test func anExcludedAddressIsNotRequestedAfterARedirectEither() throws {
    let server = try WebServer { $0.target == "/in" ? .redirect(302, to: "/login?next=in") : .status(404) }
    let outcome = try run(server, ["/in"], "check-links: {exclude: ['**/login?*']}", ["--verbose"])
    #expect(outcome.status == 0 && outcome.output.contains("\n1 excluded\n"), "\(outcome.output)")
    #expect(outcome.output.contains("the address to which it redirects is excluded by **/login?*"))
    #expect(server.requests.map(\.target) == ["/in"])
    // The pattern fits a redirect.
    #expect(!outcome.errors.contains("no link fits"))
  }

  @Test func aPatternThatFitsNoLinkIsNoted() throws {
    let server = try WebServer { _ in .ok }
    let configuration = """
      check-links:
        exclude: ["https://old.example/**"]
        keep-redirects: ["\(server.url())**"]
        hosts:
          nobody.example: {retries: 1}
          127.0.0.1: {retries: 1}
      """
    let outcome = try run(server, ["/"], configuration, ["--exclude", "nothing"])
    let notes = outcome.errors.split(separator: "\n")
    #expect(
      notes == [
        "awesome: .awesome.yml:2:13: no link fits `https://old.example/**` in `check-links.exclude`; correct it, or remove it",
        "awesome: .awesome.yml:5:21: no link fits `nobody.example` in `check-links.hosts`; correct it, or remove it",
        "awesome: --exclude: no link fits `nothing`; correct it, or leave it out",
      ], "\(outcome.errors)")
  }

  @Test(arguments: ["text", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown"])
  func patternsThatLeaveNoLinkAreNoSuccess(format: String) throws {
    let server = try WebServer { _ in .ok }
    for (pattern, options) in [
      ("exclude: ['**']", [String]()), ("include: ['http://b.example/**']", []),
      ("retries: 0", ["--exclude", "*://**"]),
    ] {
      let outcome = try run(server, ["/a", "/b"], "check-links: {\(pattern)}", ["--format", format] + options)
      #expect(outcome.status == 3)
      let source = options.isEmpty ? ".awesome.yml" : "--exclude"
      #expect(
        outcome.errors.contains(
          "awesome: no link was checked: the patterns of \(source) leave none of 2 links; correct them\n"),
        "\(outcome.errors)")
      let sign = format == "json" ? "\"ending\":\"excluded\"" : "leave none of 2 links"
      #expect(outcome.output.replacing(": \"", with: ":\"").contains(sign), "\(outcome.output)")
    }
    #expect(server.requests.isEmpty)
    // A link of the list is left, though the change has none.
    let one = try run(server, ["/a", "/b"], "check-links: {exclude: ['**/a']}")
    #expect(one.status == 0, "\(one.output)")
  }

  @Test func aNightWithoutALinkIsNotAdded() throws {
    let sandbox = try Sandbox([
      "a.md": "# L\n\n- [A](https://a.example/) - B.\n", ".awesome.yml": "check-links: {exclude: ['**']}",
    ])
    #expect(try sandbox.run("check-links", "a.md", "--state", "s.jsonl").status == 3)
    #expect(!FileManager.default.fileExists(atPath: sandbox.url("s.jsonl").path))
  }

  @Test(arguments: [
    ("timeout: 3m", "from 1s to 2m"), ("retries: 6", "from 0 to 5"), ("max-wait: 11m", "from 0s to 10m"),
    ("deadline: 6h", "from 1s to 5h"), ("hosts: {a.example: {interval: 11s}}", "from 0s to 10s"),
    ("hosts: {a.example: {timeout: 3m}}", "from 1s to 2m"), ("hosts: {a.example: {retries: 6}}", "from 0 to 5"),
  ])
  func aConfigurationCannotMakeARunEndless(key: String, limits: String) throws {
    let outcome = try run(try WebServer { _ in .ok }, ["/"], "check-links: {\(key)}")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(limits), "\(outcome.errors)")
  }

  /// A repository whose main branch has a list and a configuration, and whose branch changes both.
  private func repository(_ server: WebServer, _ configuration: String?, changed: String?) throws -> Sandbox {
    let list = "# L\n\n- [A](\(server.url("/a"))) - B.\n"
    let sandbox = try Sandbox(["a.md": list])
    if let configuration { try sandbox.write(configuration, to: ".awesome.yml") }
    try sandbox.write("check-links: {include: ['http://127.0.0.1*/**']}\n", to: "shared.yml")
    let git = "git -c user.name=t -c user.email=t@t.example"
    try #require(try sandbox.runShell("git init -q -b main && git add . && \(git) commit -qm one").status == 0)
    try sandbox.write(list + "- [B](\(server.url("/gone"))) - B.\n", to: "a.md")
    if let changed {
      try sandbox.write(changed, to: ".awesome.yml")
    } else {
      _ = try sandbox.runShell("rm -f .awesome.yml")
    }
    return sandbox
  }

  @Test(arguments: [
    "rules: {link-gone: off}", "check-links: {exclude: ['**']}", "check-links: {include: [nothing]}",
    "extends: shared.yml\nrules: {link-gone: note}", "exclude: [a.md]", "not: [read", nil,
  ])
  func aChangeDoesNotDecideHowItIsChecked(changed: String?) throws {
    let server = try WebServer { $0.target == "/gone" ? .status(404) : .ok }
    for configuration in ["extends: shared.yml\n", "rules: {link-suspect: error}\n", nil] {
      let sandbox = try repository(server, configuration, changed: changed)
      let outcome = try sandbox.run(["check-links", "a.md", "--since", "HEAD"] + Self.local)
      #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
      #expect(outcome.output.contains("a.md:4:7: error: gone"))
      let isSame = configuration == nil && changed == nil
      #expect(outcome.errors.contains("awesome: the configuration has changed since HEAD; ") == !isSame)
    }
  }

  /// What a symbolic link leads to is not in its content, and a renamed file would be an old configuration that the change chose.
  @Test func aChangeCannotChooseAnOldFileAsTheConfiguration() throws {
    let server = try WebServer { $0.target == "/gone" ? .status(404) : .ok }
    let off = "rules: {link-gone: off}\n"
    let git = "git -c user.name=t -c user.email=t@t.example"
    let changes = [
      "git mv example.yml .awesome.yml", "ln -s example.yml .awesome.yml",
      "rm -f own.yml; ln -s example.yml own.yml",
    ]
    for (index, change) in changes.enumerated() {
      let sandbox = try repository(server, nil, changed: nil)
      try sandbox.write(off, to: "example.yml")
      try sandbox.write("rules: {link-suspect: error}\n", to: "own.yml")
      let setUp = "git add *.yml && \(git) commit -qm two && \(change) && git add *.yml .awesome.yml"
      _ = try sandbox.runShell(setUp)
      let own = index == 2 ? ["--config", "own.yml"] : []
      let outcome = try sandbox.run(["check-links", "a.md", "--since", "HEAD"] + own + Self.local)
      #expect(outcome.status == 1 && outcome.output.contains("error: gone"), "\(change): \(outcome.output)")
    }
  }

  @Test func aConfigurationThatIsASymbolicLinkStopsTheRun() throws {
    let server = try WebServer { $0.target == "/gone" ? .status(404) : .ok }
    let sandbox = try repository(server, nil, changed: nil)
    let git = "git -c user.name=t -c user.email=t@t.example"
    let setUp =
      "echo 'rules: {}' > x.yml && ln -s x.yml .awesome.yml && git add x.yml .awesome.yml && \(git) commit -qm two"
    try #require(try sandbox.runShell(setUp).status == 0)
    let outcome = try sandbox.run(["check-links", "a.md", "--since", "HEAD"] + Self.local)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--since HEAD: .awesome.yml is a symbolic link at the merge base"))
  }

  @Test func theListIsThatOfTheMergeBase() throws {
    let server = try WebServer { $0.target == "/gone" ? .status(404) : .ok }
    let sandbox = try repository(server, "list: a.md\n", changed: "list: b.md\n")
    try sandbox.write("# L\n", to: "b.md")
    let outcome = try sandbox.run(["check-links", "--since", "HEAD"] + Self.local)
    #expect(outcome.status == 1 && outcome.output.contains("a.md:4:7: error: gone"))
  }

  @Test func theConfigurationOfTheMergeBaseStillApplies() throws {
    let server = try WebServer { $0.target == "/gone" ? .status(404) : .ok }
    let old = "rules: {link-gone: warning}\n"
    let sandbox = try repository(server, old, changed: old)
    let outcome = try sandbox.run(["check-links", "a.md", "--since", "HEAD"] + Self.local)
    #expect(outcome.status == 0 && outcome.output.contains("a.md:4:7: warning: gone"))
    #expect(!outcome.errors.contains("has changed"))
    try sandbox.write("rules: {link-gone: off}\n", to: "other.yml")
    let other = try sandbox.run(["check-links", "a.md", "--since", "HEAD", "--config", "other.yml"] + Self.local)
    #expect(other.status == 1)
  }

  @Test func commentsThatAChangeAddsAreNoted() throws {
    let server = try WebServer { _ in .status(404) }
    let old = "# L\n\n- [A](\(server.url("/a"))) - B. <!-- awesome-ignore-link -->\n"
    let sandbox = try Sandbox(["a.md": old])
    let git = "git -c user.name=t -c user.email=t@t.example"
    try #require(try sandbox.runShell("git init -q && git add . && \(git) commit -qm one").status == 0)
    try sandbox.write(
      old + "- [B](\(server.url("/b"))) - B. <!-- lychee-ignore -->\n"
        + "- [C](\(server.url("/c"))) - B. <!-- awesome-disable-line link-gone -->\n"
        + "- [D](\(server.url("/ok"))) - B. <!-- awesome-disable-line url-http -->\n", to: "a.md")
    let outcome = try sandbox.run(["check-links", "a.md", "--since", "HEAD", "--format", "concise"] + Self.local)
    let notes = outcome.output.split(separator: "\n").filter { $0.contains(" note ") }
    #expect(notes.count == 2, "\(outcome.output)")
    #expect(notes.first?.hasSuffix("note suppression this change adds a comment that excludes links") == true)
    #expect(notes.last?.hasSuffix("note suppression this change adds a comment that hides findings") == true)
  }

  @Test func theTextOfAnAddressInAsciiDocIsNotAPartOfIt() throws {
    let text = "= Title\n\n* https://a.example/x[Some text] and https://b.example[B].\n"
    let sandbox = try Sandbox(["a.adoc": text, "a.md": "# L\n\n- https://a.example/x[1] - B.\n"])
    #expect(try sandbox.run("check-links", "--dump", "a.adoc").output == "https://a.example/x\nhttps://b.example/\n")
    let json = try sandbox.run("check-links", "--dump", "--format", "json", "a.md").output
    #expect(json.hasPrefix("[") && json.contains("\"https://a.example/x[1]\"") && json.hasSuffix("]\n"))
  }

  @Test func wordsInTheWrongPlaceAreNamed() throws {
    let sandbox = try Sandbox(["a.md": "# L\n"])
    let url = try sandbox.run("check-links", "a.md", "--insecure", "https://a.example/")
    #expect(url.status == 2 && url.errors.contains("--insecure takes a host such as example.org"))
    let help = try sandbox.run("help", "lnt")
    #expect(help.status == 2 && help.errors == "awesome: unknown command `lnt`; did you mean `lint`?\n")
    #expect(try sandbox.run("help", "lint").status == 0)
  }
}
