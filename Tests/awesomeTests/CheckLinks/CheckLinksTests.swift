import Foundation
import TestSupport
import Testing

@Suite struct CheckLinksTests {
  private static let local = [
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
    #expect(places.first?.hasPrefix("a.md:3:10: error: \(server.url("/gone")) is gone") == true)
    #expect(
      places.last?.contains("warning: \(server.url("/moved")) has moved to \(server.url("/new")) [link-moved]") == true)
    #expect(outcome.output.hasSuffix("5 links checked: 1 error, 1 warning, 1 fixable\n"))
    #expect(outcome.errors.contains("a.md:5:12: \(server.url("/closed")) is blocked"))
    #expect(outcome.errors.hasSuffix("awesome: 5 links: 1 ok, 1 moved, 1 gone, 1 blocked, 1 unchecked\n"))
    #expect(try sandbox.run(["check-links", "a.md"] + Self.local).output == outcome.output)
  }

  @Test func aPasswordInAnArchivesAddressIsNeverShown() throws {
    let server = try WebServer { $0.target.hasPrefix("/gone") ? .status(404) : .ok }
    let archive = server.url("/gone/https://me:s3cret@host.example/x")
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(archive)) - Text, http://me:s3cret@host.example.\n"])
    for format in ["text", "json", "github", "sarif", "junit", "markdown"] {
      let outcome = try sandbox.run(["check-links", "a.md", "--format", format] + Self.local)
      #expect(outcome.output.contains("***@host.example"), "\(format)")
      #expect(!(outcome.output + outcome.errors).contains("s3cret"), "\(format)")
    }
    let dump = try sandbox.run(["check-links", "--dump", "a.md"] + Self.local)
    #expect(dump.output.contains("https://***@host.example/x\n") && !dump.output.contains("s3cret"))
    let offline = try sandbox.run("check-links", "--offline", "a.md")
    #expect(offline.errors.contains("***@host.example") && !offline.errors.contains("s3cret"))
  }

  @Test func movedLinksAreReplacedWhereverTheyStand() throws {
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
    #expect(outcome.output == "1 link checked: no findings\n")
  }

  @Test func aMovedLinkIsLeftAloneWhereTheListHasItsTarget() throws {
    let server = try server()
    let text = "# L\n\n- [A](\(server.url("/moved"))) - B.\n- [C](\(server.url("/new"))) - D.\n"
    let sandbox = try Sandbox(["a.md": text])
    #expect(try sandbox.run(["check-links", "--fix", "a.md"] + Self.local).output.contains("has moved to"))
    #expect(try sandbox.read("a.md") == text)
  }

  @Test func whatIsExcludedIsNotAsked() throws {
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

  @Test func onlyWhatIsIncludedIsAskedAndSomeOfItElsewhere() throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": "# L\n\n- [A](http://site.test/gone) - B.\n- [C](\(server.url("/ok"))) - D.\n"
    ])
    let outcome = try sandbox.run(
      ["check-links", "a.md", "--include", "http://site.test/**", "--remap", "http://site.test/=\(server.url())"]
        + Self.local)
    #expect(outcome.output.contains("http://site.test/gone is gone: 404 Not Found"))
    #expect(outcome.errors.contains("2 links: 1 gone, 1 excluded"))
    #expect(server.requests.map(\.target) == ["/gone"])
  }

  @Test func theTableShowsWhatHostsWereAsked() throws {
    let server = try server()
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(server.url("/ok"))) - B.\n- [C](\(server.url("/b"))) - D.\n"])
    let outcome = try sandbox.run(["check-links", "a.md", "--statistics", "--user-agent", "me/1"] + Self.local)
    let table = outcome.errors.split(separator: "\n").prefix(2)
    #expect(table.first == "host       requests  answers  throttled  silent  concurrent  mean ms")
    #expect(table.last?.hasPrefix("127.0.0.1         2        2          0       0") == true)
    #expect(server.requests.allSatisfy { $0.header("user-agent") == "me/1" })
  }

  @Test func fieldsForOneHostComeFromTheEnvironmentAndStayThere() throws {
    let server = try WebServer(["127.0.0.1", "127.0.0.2"]) { _ in .ok }
    let sandbox = try Sandbox([
      "a.md": "# L\n\n- [A](\(server.url("/a"))) - B.\n- [C](\(server.url("/b", host: "127.0.0.2"))) - D.\n"
    ])
    let origin = server.url("")
    let secret = [
      "AWESOME_LINK_HEADERS": "\n\(origin) Authorization: Bearer secret\n127.0.0.1 X-B: b\n\(origin) X-A: b"
    ]
    let outcome = try sandbox.run(["check-links", "a.md"] + Self.local, environment: secret)
    #expect(outcome.status == 0)
    let fields = server.requests.sorted { $0.target < $1.target }.map {
      [$0.header("authorization"), $0.header("x-a"), $0.header("x-b")]
    }
    // Without a scheme the host is one behind TLS.
    #expect(fields == [["Bearer secret", "b", nil], [nil, nil, nil]])
    let purpose = " (link checker; +https://github.com/qdrant/awesome-metric-learning)"
    #expect(
      server.requests.allSatisfy {
        $0.header("user-agent")?.hasPrefix("awesome/") == true && $0.header("user-agent")?.hasSuffix(purpose) == true
      })
    for line in [
      "*.a.example A: secret", "https://a.example/path A: secret", "ftp://a.example A: secret", "secret",
      "a.example secret", "a.example A B: secret",
    ] {
      let refused = try sandbox.run(["check-links", "a.md"], environment: ["AWESOME_LINK_HEADERS": line])
      #expect(refused.status == 2)
      #expect(!refused.errors.contains("secret"))
    }
  }

  @Test func theProxyOfTheEnvironmentIsAsked() throws {
    let proxy = try server()
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](http://93.184.215.14/gone) - B.\n"])
    let outcome = try sandbox.run(
      ["check-links", "a.md", "--retries", "0"],
      environment: ["http_proxy": proxy.url(), "no_proxy": "", "HTTP_PROXY": "http://127.0.0.1:1"])
    #expect(outcome.errors.contains("awesome: 1 link: 1 ok") == true)
    #expect(proxy.requests.map(\.target) == ["http://93.184.215.14/gone"])
  }

  @Test func withoutANetworkNothingIsJudged() throws {
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](http://nothing.invalid/) - B.\n"])
    let outcome = try sandbox.run("check-links", "a.md", "--retries", "0", "--control-name", "neither.invalid")
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.hasPrefix("awesome: no network: "))
  }

  @Test func aRunIsKeptAndJudgedAgainWithoutAServer() throws {
    let sandbox = try Sandbox()
    let arguments = ["check-links", "a.md"] + Self.local
    func first() throws -> Sandbox.Outcome {
      let server = try server()
      let links = ["/gone", "/moved", "/ok", "/closed"].map { "- [A](\(server.url($0))) - B.\n" }
      try sandbox.write("# L\n\n" + links.joined(), to: "a.md")
      return try sandbox.run(arguments + ["--record", "run.jsonl"])
    }
    let recorded = try first()
    #expect(try sandbox.read("run.jsonl").utf8.count { $0 == 10 } == 6)
    let replayed = try sandbox.run(arguments + ["--replay", "run.jsonl"])
    #expect(replayed.output == recorded.output && replayed.errors == recorded.errors)
    #expect(replayed.status == recorded.status && recorded.status == 1)
    try sandbox.write("{}", to: "bad.jsonl")
    for wrong in [
      ["--replay", "bad.jsonl"], ["--replay", "missing"], ["--record", "no/such/folder"], ["--record", "a.md"],
      ["--record", "x", "--replay", "run.jsonl"],
    ] {
      let outcome = try sandbox.run(["check-links", "a.md"] + wrong)
      #expect(outcome.status == 2 && !outcome.errors.isEmpty, "\(wrong)")
    }
    #expect(try sandbox.read("a.md").hasPrefix("# L"))
  }

  @Test func onlyLinksOnNewLinesAreAskedSinceARevision() throws {
    let server = try server()
    let old = "# L\n\n- [A](\(server.url("/gone"))) - B.\n"
    let sandbox = try Sandbox(["a.md": old])
    let identity = "-c user.name=t -c user.email=t@t.example"
    try #require(try sandbox.runShell("git init -q && git add . && git \(identity) commit -qm one").status == 0)
    try sandbox.write(old + "- [C](\(server.url("/ok"))) - D.\n", to: "a.md")
    let outcome = try sandbox.run(["check-links", "a.md", "--since", "HEAD"] + Self.local)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("2 links: 1 ok, 1 excluded"))
    #expect(server.requests.map(\.target) == ["/ok"])
    #expect(try sandbox.run(["check-links", "a.md", "--since", "no-such-branch"] + Self.local).status == 2)
  }

  @Test func whatIsRefusedIsToldWithoutANetworkToo() throws {
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](http://nothing.invalid/) - B.\n- [C](http://10.0.0.1/) - D.\n"])
    let outcome = try sandbox.run("check-links", "a.md", "--retries", "0", "--control-name", "neither.invalid")
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("a.md:4:7: error: http://10.0.0.1/ is refused"))
    #expect(outcome.errors.contains("no network"))
  }

  @Test func aTargetIsWrittenSoThatItIsOneEverywhere() throws {
    let server = try WebServer { request in request.target == "/old" ? .redirect(301, to: "/new_(x)") : .ok }
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(server.url("/old"))) - B.\n"])
    let outcome = try sandbox.run(["check-links", "a.md", "--fix"] + Self.local)
    #expect(outcome.status == 0)
    #expect(try sandbox.read("a.md").contains("- [A](\(server.url("/new_%28x%29"))) - B."))
    #expect(outcome.errors.contains("awesome: 1 URL replaced\n"))
  }

  @Test func whatIsNotReplacedSaysWhy() throws {
    let server = try WebServer { request in request.target == "/old" ? .redirect(301, to: "/x?sid=1") : .ok }
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(server.url("/old"))) - B.\n"])
    let outcome = try sandbox.run(["check-links", "a.md", "--fix"] + Self.local)
    #expect(outcome.output.contains("; --fix keeps it: it has a session"))
  }

  @Test func aNumberBelowTheLeastIsNamed() throws {
    let outcome = try Sandbox(["a.md": "# L\n\n- [A](http://a.example/) - B.\n"])
      .run("check-links", "a.md", "--retries", "-1")
    #expect(outcome.status == 2 && outcome.errors.contains("--retries takes a whole number from 0 to 10"))
  }

  @Test func anInterruptionReportsWhatIsKnown() throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": "# L\n\n- [A](\(server.url("/gone"))) - B.\n- [C](\(server.url("/silent"))) - D.\n"
    ])
    // One at a time: where the second is asked, the first is judged.
    let run = try sandbox.program.start(
      ["check-links", "a.md", "--per-host", "1"] + Self.local, in: sandbox.folder.path)
    while !server.requests.contains(where: { $0.target == "/silent" }), run.process.isRunning { usleep(10_000) }
    run.process.send(SIGINT)
    let outcome = Sandbox.Outcome(try run.wait())
    #expect(outcome.status == 130)
    #expect(outcome.output.contains("is gone"))
    #expect(outcome.errors.contains("1 gone, 1 unchecked; interrupted"))
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
