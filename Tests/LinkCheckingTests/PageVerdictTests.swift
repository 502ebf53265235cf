import LinkChecking
import TestSupport
import Testing

/// Verdicts that follow from pages.
@Suite struct PageVerdictTests {
  static let words = String(
    repeating: "<p>A page about something with many words in it, as pages have them.</p>", count: 40)

  @Test func aPageDecidesTheVerdict() async throws {
    let html = [("Content-Type", "text/html")]
    let server = try WebServer { request in
      switch request.target {
      case "/soft": .status(200, html, body: "<title>Page not found</title>" + Self.words)
      case "/deep": .redirect(301, to: "/")
      case "/down": .status(200, html, body: "<title>Down for maintenance</title>")
      case "/refresh": .status(200, html, body: "<meta http-equiv=refresh content='0;url=/fine'>")
      case "/refresh-gone": .status(200, html, body: "<meta http-equiv=refresh content='1;url=/gone'>")
      case "/refresh-self": .status(200, html, body: "<meta http-equiv=refresh content='5;url=/refresh-self'>x")
      case "/refresh-late": .status(200, html, body: "<meta http-equiv=refresh content='60;url=/gone'>x")
      case "/gone": .status(404)
      case "/empty": .status(200, html)
      case "/image": .status(200, [("Content-Type", "image/png")])
      default: .ok
      }
    }
    let expected: [(String, Verdict)] = [
      ("/soft", .suspect), ("/deep", .suspect), ("/down", .transient), ("/refresh", .moved), ("/refresh-gone", .gone),
      ("/refresh-self", .ok), ("/refresh-late", .ok), ("/empty", .suspect), ("/image", .ok),
    ]
    let report = await Loopback.check(expected.map { server.url($0.0) })
    for (link, (url, verdict)) in zip(report.links, expected) {
      #expect(link.verdict == verdict, "\(url): \(link.reason ?? "")")
    }
    #expect(report.links[3].target == server.url("/fine"))
  }

  @Test func onlyAMovedProjectIsRewritten() async throws {
    let server = try WebServer(["127.0.0.1", "127.0.0.2", "127.0.0.3"]) { request in
      request.address == "127.0.0.1"
        ? .redirect(301, to: "http://tool.test:\(request.header("host")?.split(separator: ":").last ?? "")/")
        : .status(200, [("Content-Type", "text/html")], body: "<title>Fine</title>" + Self.words)
    }
    let urls = [server.url("/me/tool"), server.url("/me/other"), server.url("/me/other?tab=readme")]
    let report = await Loopback.check(urls, names: ["tool.test": ["127.0.0.2"]])
    #expect(report.links.map(\.verdict) == [.moved, .suspect, .suspect])
    #expect(report.links.map(\.target) == ["http://tool.test:\(server.port)/", nil, nil])
    #expect(MovedLinkFix.edits(for: report).values.joined().count == 1)
  }
}
