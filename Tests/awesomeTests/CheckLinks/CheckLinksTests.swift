import Foundation
import TestSupport
import Testing

@Suite struct CheckLinksTests {
  static let local = [
    "--allow-address", "127.0.0.0/8", "--retries", "0", "--timeout", "600", "--control-name", "localhost",
  ]

  private func server() throws -> WebServer {
    try WebServer { request in
      switch request.target {
      case "/moved": .redirect(301, to: "/new")
      case "/gone": .status(404)
      case "/closed": .status(403)
      case "/silent": .silence
      default: .ok
      }
    }
  }

  @Test func marksAfterSignsAreKeptInAddresses() throws {
    let text = """
      # A

      - [A](https://a.example/?\u{301}x=\u{FE0F}1&\u{200D}y#\u{20E3}z) - Text.
      - [B](https://a.example/caf\u{E9}) - Composed.
      - [C](https://a.example/cafe\u{301}) - Decomposed.
      - [D](#\u{FE0F}z) - Text.

      """
    let outcome = try Sandbox(["a.md": text]).run("check-links", "--dump", "a.md")
    #expect(
      // Releases of libcurl differ in the case of the digits.
      outcome.output.lowercased() == """
        https://a.example/?%cc%81x=%ef%b8%8f1&%e2%80%8dy
        https://a.example/caf%c3%a9
        https://a.example/cafe%cc%81

        """)
    let run = try Sandbox(["a.md": text]).run("check-links", "--offline", "a.md")
    #expect(run.output.contains("\n1 error in 4 links\n"))
  }

  @Test func everyLinkThatMattersIsAFindingAtItsPlace() throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": """
      # List

      - [Gone](\(server.url("/gone"))) - Text with [a moved link](\(server.url("/moved"))).
      - [Fine](\(server.url("/ok"))) - Text.
      - [Closed](\(server.url("/closed"))) - Text, and [mail](mailto:a@b.example).

      """
    ])
    let outcome = try sandbox.run(["check-links", "a.md"] + Self.local)
    #expect(outcome.status == 1)
    let places = outcome.output.split(separator: "\n").filter { $0.hasPrefix("a.md:") }
    #expect(places.count == 2)
    #expect(places.first?.hasPrefix("a.md:3:10: error: gone: 404") == true)
    #expect(places.last?.hasSuffix("warning: moved to \(server.url("/new")) [*] [link-moved]") == true)
    // One summary, on one stream.
    let host = server.url().dropFirst(7).dropLast()
    #expect(
      outcome.output.contains(
        """

        1 error, 1 warning in 5 links
        1 ok, 1 moved, 1 gone, 1 blocked, 1 unchecked
        1 blocked: \(host)
        1 unchecked: mailto:; --verbose lists them
        [*] awesome check-links --fix a.md 
        """), "\(outcome.output)")
    #expect(outcome.errors.isEmpty)
    let verbose = try sandbox.run(["check-links", "a.md", "--verbose"] + Self.local).output
    #expect(verbose.contains("\n1 blocked: \(host)\n  a.md:5:12: \(server.url("/closed")) is blocked: 403"))
    #expect(try sandbox.run(["check-links", "a.md"] + Self.local).output == outcome.output)
  }

  @Test func aPasswordInAnArchivesAddressIsNeverShown() throws {
    let server = try WebServer { $0.target.hasPrefix("/gone") ? .status(404) : .ok }
    let archive = server.url("/gone/https://me:s3cret@host.example/x")
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(archive)) - Text, http://me:s3cret@host.example.\n"])
    for format in ["text", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown"] {
      let outcome = try sandbox.run(["check-links", "a.md", "--format", format] + Self.local)
      #expect(outcome.output.contains("***@host.example"), "\(format)")
      #expect(!(outcome.output + outcome.errors).contains("s3cret"), "\(format)")
    }
    let dump = try sandbox.run(["check-links", "--dump", "a.md"] + Self.local)
    #expect(dump.output.contains("https://***@host.example/x\n") && !dump.output.contains("s3cret"))
    let offline = try sandbox.run("check-links", "--offline", "--verbose", "a.md")
    #expect(offline.output.contains("***@host.example") && !offline.output.contains("s3cret"))
  }

  @Test func movedLinksAreReplacedWhereverTheyOccur() throws {
    let server = try server()
    let (old, new) = (server.url("/moved"), server.url("/new"))
    func text(_ url: String) -> String {
      "# L\n\n- [A](\(url) \"t\") - B <\(url)>, \(url). <a href=\"\(url)\">x</a> [r][r].\n\n[r]: <\(url)>\n"
    }
    let sandbox = try Sandbox(["a.md": text(old)])
    let diff = try sandbox.run(["check-links", "--diff", "a.md"] + Self.local)
    #expect(diff.output.hasPrefix("--- a/a.md\n"))
    #expect(try sandbox.read("a.md") == text(old))
    let outcome = try sandbox.run(["check-links", "--fix", "a.md"] + Self.local)
    #expect(outcome.status == 0)
    #expect(try sandbox.read("a.md") == text(new))
    #expect(outcome.output == "no findings in 1 link\n5 URLs replaced\n1 moved\n")
  }

  @Test func aMovedLinkIsKeptWhereTheListHasItsTarget() throws {
    let server = try server()
    let text = "# L\n\n- [A](\(server.url("/moved"))) - B.\n- [C](\(server.url("/new"))) - D.\n"
    let sandbox = try Sandbox(["a.md": text])
    #expect(try sandbox.run(["check-links", "--fix", "a.md"] + Self.local).output.contains("moved to"))
    #expect(try sandbox.read("a.md") == text)
  }

  @Test func excludedLinksAreNotRequested() throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": "# L\n\n- [A](\(server.url("/gone"))) - B.\n- [C](\(server.url("/ok"))) - D.\n",
      ".awesome.yml": "check-links:\n  exclude: ['**/gone']\n",
    ])
    let json = try sandbox.run(["check-links", "a.md", "--format", "json"] + Self.local).output
    let report = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let links = try #require(report["links"] as? [[String: Any]])
    #expect(links.map { $0["verdict"] as? String } == ["excluded", "ok"])
    #expect(server.requests.allSatisfy { $0.target == "/ok" })
    #expect(try sandbox.run(["check-links", "a.md", "--dump"] + Self.local).output == server.url("/ok") + "\n")
    // Without leave the address would be refused.
    #expect(try sandbox.run("check-links", "a.md", "--dump").output.isEmpty)
  }

  @Test func onlyIncludedLinksAreCheckedAndSomeAreRemapped() throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": "# L\n\n- [A](http://site.test/gone) - B.\n- [C](\(server.url("/ok"))) - D.\n"
    ])
    let outcome = try sandbox.run(
      ["check-links", "a.md", "--include", "http://site.test/**", "--remap", "http://site.test/=\(server.url())"]
        + Self.local)
    #expect(outcome.output.contains("a.md:3:7: error: gone: 404 Not Found"))
    #expect(outcome.output.contains("\n1 gone, 1 excluded\n"))
    #expect(server.requests.map(\.target) == ["/gone"])
  }

  @Test func theTableShowsTheRequestsOfEachHost() throws {
    let server = try server()
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(server.url("/ok"))) - B.\n- [C](\(server.url("/b"))) - D.\n"])
    let outcome = try sandbox.run(["check-links", "a.md", "--statistics", "--user-agent", "me/1"] + Self.local)
    let table = outcome.errors.split(separator: "\n").prefix(2)
    #expect(table.first == "host       requests  answers  throttled  silent  concurrent  mean ms")
    #expect(table.last?.hasPrefix("127.0.0.1         2        2          0       0") == true)
    #expect(server.requests.allSatisfy { $0.header("user-agent") == "me/1" })
  }

  @Test func sinceARevisionOnlyLinksOnNewLinesAreChecked() throws {
    let server = try server()
    let old = "# L\n\n- [A](\(server.url("/gone"))) - B.\n"
    let sandbox = try Sandbox(["a.md": old])
    let identity = "-c user.name=t -c user.email=t@t.example"
    try #require(try sandbox.runShell("git init -q && git add . && git \(identity) commit -qm one").status == 0)
    try sandbox.write(old + "- [C](\(server.url("/ok"))) - D.\n", to: "a.md")
    let outcome = try sandbox.run(["check-links", "a.md", "--since", "HEAD"] + Self.local)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n1 ok, 1 excluded\n"))
    #expect(server.requests.map(\.target) == ["/ok"])
    #expect(try sandbox.run(["check-links", "a.md", "--since", "no-such-branch"] + Self.local).status == 2)
  }

  @Test func aTargetIsEscapedToWorkEverywhere() throws {
    let server = try WebServer { request in request.target == "/old" ? .redirect(301, to: "/new_(x)") : .ok }
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(server.url("/old"))) - B.\n"])
    let outcome = try sandbox.run(["check-links", "a.md", "--fix"] + Self.local)
    #expect(outcome.status == 0)
    #expect(try sandbox.read("a.md").contains("- [A](\(server.url("/new_%28x%29"))) - B."))
    #expect(outcome.output.contains("\n1 URL replaced\n"))
  }

  @Test func aKeptLinkIsReportedWithTheReason() throws {
    let server = try WebServer { request in request.target == "/old" ? .redirect(301, to: "/x?sid=1") : .ok }
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(server.url("/old"))) - B.\n"])
    let outcome = try sandbox.run(["check-links", "a.md", "--fix"] + Self.local)
    #expect(outcome.output.contains("; --fix keeps it: the redirect added “sid”, a session"))
  }

  @Test func aNumberBelowTheLeastIsNamed() throws {
    let outcome = try Sandbox(["a.md": "# L\n\n- [A](http://a.example/) - B.\n"])
      .run("check-links", "a.md", "--retries", "-1")
    #expect(outcome.status == 2 && outcome.errors.contains("--retries takes a whole number from 0 to 10"))
  }

  @Test(arguments: [
    ["--timeout", "0"], ["--retries", "-1"], ["--accept", "ok"], ["--allow-address", "home"], ["--timeout", "soon"],
    ["--per-host", "0"], ["--max-in-flight", "5000"], ["--max-wait", "-1"], ["--deadline", "0"], ["--min-tls", "0.9"],
    ["--user-agent", "a\nb"], ["--remap", "a"], ["--insecure", "a*b"], ["--ca-file", "missing.pem"],
  ])
  func wrongValuesAreRefused(arguments: [String]) throws {
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](http://a.example/) - B.\n"])
    #expect(try sandbox.run(["check-links", "a.md", "--offline"] + arguments).status == 2)
  }
}
