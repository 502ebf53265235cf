import Source
import TestSupport
import Testing

@testable import LinkChecking
@testable import PageInspection

@Suite struct SelectionTests {
  @Test(arguments: [
    ("https://example.org/*", "https://example.org/a", true),
    ("https://example.org/*", "https://example.org/a/b", false),
    ("https://example.org/**", "https://example.org/a/b", true),
    ("https://example.org/**", "https://example.org/", true),
    ("*://example.org/?", "http://example.org/a", true),
    ("*://example.org/?", "http://example.org/", false),
    ("http://a/?b", "http://a/\u{1F600}b", true),
    ("http://a/??", "http://a/\u{1F600}", false),
    ("http://a/?", "http://a/\u{E9}\u{E9}", false),
    ("**.pdf", "http://a/b/c.pdf", true),
    ("**.pdf", "http://a/b/c.pdf?x", false),
    ("*", "", true), ("", "", true), ("", "a", false), ("a", "", false), ("?", "", false),
    ("**a**b**", "xxaxxbxx", true),
  ])
  func globs(pattern: String, text: String, matches: Bool) {
    #expect(Glob(pattern).matches(text) == matches)
  }

  // Backtracking would take longer than the universe has.
  @Test(.timeLimit(.minutes(20))) func aNastyGlobIsNotSlow() {
    let glob = Glob(String(repeating: "**a", count: 200) + "b")
    #expect(!glob.matches(String(repeating: "a", count: 2000)))
  }

  @Test func anExcludedLinkIsNotRequested() async throws {
    let server = try WebServer { _ in .ok }
    var options = Loopback.options()
    options.selection.excluded = [Glob("**/private/**")]
    options.selection.included = [Glob("http://127.0.0.1:*/**")]
    let report = await Loopback.check([server.url("/a"), server.url("/private/b"), "http://other.test/"], options)
    #expect(report.links.map(\.verdict) == [.ok, .excluded, .excluded])
    #expect(report.links[1].reason == "excluded by **/private/**")
    #expect(server.requests.map(\.target) == ["/a"])
  }

  @Test func aRemappedLinkIsReportedAsWritten() async throws {
    let server = try WebServer { request in request.target == "/x/page" ? .ok : .status(404) }
    var options = Loopback.options()
    options.selection.remaps = [try #require(PrefixMap("https://example.org/?q=1=" + server.url("/x")))]
    let report = await Loopback.check(["https://example.org/?q=1/page"], options)
    #expect(report.links.map(\.url) == ["https://example.org/?q=1/page"])
    #expect(report.links.map(\.verdict) == [.ok])
    #expect(PrefixMap("http://a") == nil && PrefixMap("=http://a") == nil && PrefixMap("a=b") == nil)
  }

  @Test func acceptedStatusesAreOk() async throws {
    let server = try WebServer { request in .status(Int(request.target.dropFirst()) ?? 0) }
    var options = Loopback.options()
    options.scheduler.host.accepted = try #require(StatusSet("403,500..599"))
    let report = await Loopback.check(["/403", "/503", "/404"].map { server.url($0) }, options)
    #expect(report.links.map(\.verdict) == [.ok, .ok, .gone])
  }

  @Test func acceptingAStatusDoesNotAcceptEveryPage() async throws {
    let html = [("Content-Type", "text/html")]
    let server = try WebServer { request in
      switch request.target {
      case "/soft": .status(200, html, body: "<title>Page not found</title><p>Some text.")
      case "/wall": .status(200, [("cf-mitigated", "challenge")] + html)
      case "/forbidden": .status(403, html, body: "<title>Page not found</title>")
      default: .ok
      }
    }
    var options = Loopback.options()
    options.scheduler.host.accepted = try #require(StatusSet("200..299,403"))
    let report = await Loopback.check(
      ["/soft", "/wall", "/forbidden", "/fine#no", "/fine"].map { server.url($0) }, options)
    #expect(report.links.map(\.verdict) == [.suspect, .blocked, .ok, .broken, .ok])
  }

  // Comparing each with each would take longer than the limit.
  @Test(.timeLimit(.minutes(20))) func manyFragmentsOfAPageAreCheckedInTime() {
    let links = (0..<200_000).map { LinkToCheck(url: "http://a.test/#f\($0)", occurrences: []) }
    let plan = LinkPlan(links + links, options: CheckOptions())
    #expect(plan.targets.count == 1)
    #expect(plan.expectations.map(\.fragments.count) == [200_000])
  }
}
