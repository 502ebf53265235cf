import Foundation
import TestSupport
import Testing

@Suite struct CheckLinksTests {
  private static let local = ["--allow-address", "127.0.0.0/8", "--retries", "0", "--control-name", "localhost"]

  private func server() throws -> WebServer {
    try WebServer { request in
      switch request.target {
      case "/moved": .redirect(301, to: "/ok")
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
      places.last?.contains("warning: \(server.url("/moved")) has moved to \(server.url("/ok")) [link-moved]") == true)
    #expect(outcome.output.hasSuffix("5 links judged: 1 error, 1 warning, 1 fixable\n"))
    #expect(outcome.errors.contains("a.md:5:12: \(server.url("/closed")) is blocked"))
    #expect(outcome.errors.hasSuffix("awesome: 5 links: 1 ok, 1 moved, 1 gone, 1 blocked, 1 unchecked\n"))
    #expect(try sandbox.run(["check-links", "a.md"] + Self.local).output == outcome.output)
  }

  @Test func movedLinksAreReplacedWhereverTheyStand() throws {
    let server = try server()
    let (old, new) = (server.url("/moved"), server.url("/ok"))
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
    #expect(outcome.output == "1 link judged: no findings\n")
  }

  @Test func whatIsExcludedIsNotAsked() throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": "# L\n\n- [A](\(server.url("/gone"))) - B.\n- [C](\(server.url("/ok"))) - D.\n",
      ".awesome.yml": "check-links:\n  exclude: ['**/gone']\n  allow-address: [127.0.0.0/8]\n",
    ])
    let json = try sandbox.run("check-links", "a.md", "--format", "json").output
    let report = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let links = try #require(report["links"] as? [[String: Any]])
    #expect(links.map { $0["verdict"] as? String } == ["excluded", "ok"])
    #expect(server.requests.allSatisfy { $0.target == "/ok" })
    #expect(try sandbox.run("check-links", "a.md", "--dump").output == server.url("/ok") + "\n")
  }

  @Test func withoutANetworkNothingIsJudged() throws {
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](http://nothing.invalid/) - B.\n"])
    let outcome = try sandbox.run("check-links", "a.md", "--retries", "0", "--control-name", "neither.invalid")
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.hasPrefix("awesome: there is no network: "))
  }

  @Test func anInterruptionReportsWhatIsKnown() throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": "# L\n\n- [A](\(server.url("/gone"))) - B.\n- [C](\(server.url("/silent"))) - D.\n"
    ])
    let run = try sandbox.program.start(["check-links", "a.md"] + Self.local, in: sandbox.folder.path)
    let deadline = Date().addingTimeInterval(20)
    while !server.requests.contains(where: { $0.target == "/silent" }), Date() < deadline { usleep(20_000) }
    usleep(300_000)
    run.interrupt()
    let outcome = Sandbox.Outcome(try run.wait())
    #expect(outcome.status == 130)
    #expect(outcome.output.contains("is gone"))
    #expect(outcome.errors.contains("1 gone, 1 unchecked; interrupted"))
  }

  @Test(arguments: [
    ["--timeout", "0"], ["--retries", "-1"], ["--accept", "ok"], ["--allow-address", "home"], ["--timeout", "soon"],
  ])
  func wrongValuesAreRefused(arguments: [String]) throws {
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](http://a.example/) - B.\n"])
    #expect(try sandbox.run(["check-links", "a.md", "--offline"] + arguments).status == 2)
  }
}
