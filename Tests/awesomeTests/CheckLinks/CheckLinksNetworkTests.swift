import Foundation
import TestSupport
import Testing

/// What `check-links` takes from the environment, and how a run without a network ends.
@Suite struct CheckLinksNetworkTests {
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

  @Test func headerFieldsFromTheEnvironmentGoOnlyToTheirHost() throws {
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
    let purpose = " (+https://github.com/qdrant/awesome-metric-learning)"
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

  @Test func theProxyOfTheEnvironmentIsUsed() throws {
    let proxy = try server()
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](http://93.184.215.14/gone) - B.\n"])
    let outcome = try sandbox.run(
      ["check-links", "a.md", "--retries", "0"],
      environment: ["http_proxy": proxy.url(), "no_proxy": "", "HTTP_PROXY": "http://127.0.0.1:1"])
    #expect(outcome.output.contains("in 1 link\n1 ok\n"))
    #expect(proxy.requests.map(\.target) == ["http://93.184.215.14/gone"])
  }

  @Test func withoutANetworkNothingIsChecked() throws {
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](http://nothing.invalid/) - B.\n"])
    let outcome = try sandbox.run("check-links", "a.md", "--retries", "0", "--control-name", "neither.invalid")
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.hasPrefix("awesome: no network: "))
  }

  @Test func refusedLinksAreReportedWithoutANetworkToo() throws {
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](http://nothing.invalid/) - B.\n- [C](http://10.0.0.1/) - D.\n"])
    let outcome = try sandbox.run("check-links", "a.md", "--retries", "0", "--control-name", "neither.invalid")
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("a.md:4:7: error: refused: "))
    #expect(outcome.errors.contains("no network"))
  }

  @Test func aRecordedRunIsReplayedWithoutAServer() throws {
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
    #expect(outcome.output.contains("error: gone: "))
    #expect(outcome.output.contains("1 gone, 1 unchecked; interrupted"))
  }
}
