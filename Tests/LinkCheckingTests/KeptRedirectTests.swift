import HTTP
import PageInspection
import Source
import TestSupport
import Testing

@testable import LinkChecking

/// What is written in the place of a moved link, and what is not.
@Suite struct KeptRedirectTests {
  private static let html = [("Content-Type", "text/html")]

  private static func page(_ title: String) -> WebReply {
    .status(200, html, body: "<title>\(title)</title><h1 id=part>\(title) in many words</h1>" + PageVerdictTests.words)
  }

  @Test func tracesThatARedirectAddsAreNotWritten() async throws {
    let server = try WebServer { request in
      switch request.target {
      case "/old": .redirect(301, to: "/new?id=7&utm_source=old&fbclid=1#part")
      case "/source": .redirect(308, to: "/new?ref=old")
      case "/cut": .redirect(301, to: "/empty?utm_medium=redirect")
      case "/wall": .redirect(301, to: "/again?from=old")
      case "/again": .redirect(302, to: "/again?from=nowhere")
      case "/own?utm_source=a": .redirect(301, to: "/new?utm_source=a")
      case "/empty": Self.page("Something else entirely, as a menu")
      case "/again?from=old", "/again?from=nowhere", "/empty?utm_medium=redirect": Self.page("Kept")
      default: request.target.hasPrefix("/new") ? Self.page("Shown") : .status(404)
      }
    }
    let paths = ["/old", "/source", "/cut", "/wall", "/own?utm_source=a"]
    let report = await Loopback.check(paths.map { server.url($0) })
    #expect(report.links.map(\.verdict) == Array(repeating: .moved, count: paths.count))
    #expect(
      report.links.map(\.target)
        == ["/new?id=7#part", "/new", "/empty?utm_medium=redirect", "/again?from=old", "/new?utm_source=a"].map {
          server.url($0)
        })
    #expect(
      report.links.map { MovedLinkFix.objection(to: $0) } == [
        nil, nil, "the redirect added “utm_medium”, a trace of the visitor",
        "the redirect added “from”, a trace of the visitor", nil,
      ])
  }

  @Test(arguments: [
    ("mtm_source=a&id=7", "id=7"), ("id=7&amp;utm_source=a", "id=7"), ("amp;utm_source=a", nil),
    ("id=7;utm_source=a;x=1", "id=7;x=1"), ("utm%5Fsource=a", nil), ("UTM_Source=a", nil), ("cookieSet=1", nil),
    ("nocookie=1&cookie_check=2", nil), ("visit=1733011200", nil), ("v=1733011200123&page=2", "page=2"),
    ("__hstc=1&__hssc=2&__hsfp=3", nil), ("spm=a1z", nil),
  ])
  func tracesAreFoundHoweverTheyAreWritten(query: String, rest: String?) throws {
    let old = try WebAddress("https://a.org/x")
    let clean = AddedParameter.withoutTraces(try WebAddress("https://a.org/y?\(query)#part"), from: old)
    #expect(clean?.text == "https://a.org/y\(rest.map { "?" + $0 } ?? "")#part")
  }

  @Test(arguments: [
    ("x=eyJhbGciOi.J9", "x", "a permission for one visitor"), ("st=a&e=9", "st", "a signature that expires"),
    ("__cf_chl_tk=1", "__cf_chl_tk", "a session"), ("%74oken=1", "token", "a permission for one visitor"),
    ("a=1;SID=2", "SID", "a session"), ("md5=00ff", "md5", "a signature that expires"),
  ])
  func parametersOfOneVisitAreFoundHoweverTheyAreWritten(query: String, name: String, purpose: String) {
    let link = MovedLinkFixTests.moved("https://a.org/x", to: "https://a.org/y?\(query)")
    #expect(MovedLinkFix.objection(to: link) == "the redirect added “\(name)”, \(purpose)")
  }

  @Test(arguments: [
    ("purl.library.example", true), ("hdl.archive.example", true), ("doi.org", true), ("go.microsoft.com", true),
    ("purl.example", false), ("example.org", false), ("curl.example.org", false), ("microsoft.com", false),
  ])
  func resolversOfInstitutionsGiveLastingNames(host: String, isOne: Bool) {
    #expect(LastingName.isOne(host) == isOne)
  }

  @Test func aPartThatThePageLacksIsDropped() async throws {
    let server = try WebServer { request in
      switch request.target {
      case "/lacks": .redirect(301, to: "/page#absent")
      case "/has": .redirect(301, to: "/page#part")
      case "/page": Self.page("Shown")
      default: .status(404)
      }
    }
    let report = await Loopback.check(["/lacks", "/has", "/lacks#own"].map { server.url($0) })
    #expect(report.links.map(\.target) == [server.url("/page"), server.url("/page#part"), server.url("/page")])
    #expect(report.links[0].reason == "the page lacks “#absent”, to which it was redirected")
    #expect(report.links[1].reason == nil)
  }

  @Test func aLastingNameAndAChosenRedirectStay() async throws {
    let server = try WebServer { request in
      request.target == "/now" ? Self.page("Shown") : .redirect(301, to: "/now")
    }
    var options = Loopback.options()
    options.selection.remaps = ["https://dx.doi.org/10.1/x", "https://w3id.org/x"].compactMap {
      PrefixMap("\($0)=\(server.url("/name"))")
    }
    options.selection.keptRedirects = [Glob(server.url("/kept/*"))]
    let urls = ["https://dx.doi.org/10.1/x", "https://w3id.org/x", server.url("/kept/a"), server.url("/other")]
    let report = await Loopback.check(urls, options)
    #expect(report.links.map(\.verdict) == [.ok, .ok, .ok, .moved])
    #expect(report.links.map(\.target) == [nil, nil, nil, server.url("/now")])
  }

  @Test func aPageThatAsksForItselfAnewStays() async throws {
    let server = try WebServer { request in
      request.target == "/status"
        ? .status(200, Self.html, body: "<meta http-equiv=refresh content='3; url=?r=1'>" + PageVerdictTests.words)
        : .status(404)
    }
    #expect(await Loopback.check([server.url("/status")]).links.map(\.verdict) == [.ok])
  }

  @Test(arguments: [
    ("https://a.org/x", "http://a.org/x", "it has no encryption"),
    (
      "http://a.org/x", "https://a.org/x?y=1&X-Amz-Date=2",
      "the redirect added “X-Amz-Date”, a signature that expires"
    ),
    ("http://a.org/x", "https://a.org/y?Ticket=ST-1", "the redirect added “Ticket”, a permission for one visitor"),
    ("http://a.org/x", "https://a.org/y?ref=1&sid=2", "the redirect added “sid”, a session"),
    ("http://a.org/zh-cn/x", "https://a.org/x", "the redirect chose its language"),
    ("https://a.org/latest/x", "https://a.org/v3.2.1/x", "the redirect chose its version"),
    ("https://docs.a.org/", "https://docs.a.org/3.12/", "the redirect chose its version"),
    ("https://a.org/x", "https://a.org/stable/x", "the redirect chose its version"),
  ])
  func whatNobodyWouldWriteIsNotWritten(old: String, new: String, objection: String) {
    let link = MovedLinkFixTests.moved(old, to: new)
    #expect(MovedLinkFix.objection(to: link) == objection)
    #expect(MovedLinkFix.edits(for: CheckReport(links: [link])).isEmpty)
  }

  @Test(arguments: [
    ("https://a.org/2/x", "https://a.org/3/x"), ("https://a.org/en/x", "https://a.org/x"),
    ("https://a.org/v1/x", "https://a.org/v2/x"),
    ("https://a.org/x", "https://a.org/2020/05/x"), ("https://a.org/x", "https://a.org/main/x"),
    ("https://a.org/x?token=1", "https://a.org/y?token=1"), ("https://a.org/x", "https://a.org/y?page=2"),
    ("https://a.org/x", "https://a.org/node.js/x"),
  ])
  func whatSomebodyWouldWriteIsWritten(old: String, new: String) {
    #expect(MovedLinkFix.objection(to: MovedLinkFixTests.moved(old, to: new)) == nil)
  }

  @Test(arguments: [
    ("http://de.a.org/wiki/Käse", "https://de.a.org/wiki/K%C3%A4se", "https://de.a.org/wiki/Käse"),
    ("http://de.a.org/wiki/Käse", "https://de.a.org/wiki/K%c3%a4se/Brot", "https://de.a.org/wiki/Käse/Brot"),
    ("http://bücher.example/a", "https://xn--bcher-kva.example/b", "https://bücher.example/b"),
    ("http://bücher.example/ä", "https://a.example/%C3%A4?q=%C3%A4", "https://a.example/ä?q=ä"),
    ("http://a.org/Käse", "https://a.org/K%C3%A4sebrot", "https://a.org/K%C3%A4sebrot"),
    ("http://a.org/%C3%A4", "https://a.org/%C3%A4", "https://a.org/%C3%A4"),
    ("http://a.org/wiki/Tea_(drink)", "https://b.org/w/Tea_(drink)", "https://b.org/w/Tea_(drink)"),
    ("http://a.org/Tea_(drink)?q=*", "https://a.org/Tea_%28drink%29?q=*", "https://a.org/Tea_(drink)?q=*"),
    ("http://a.org/Tea_%28drink%29", "https://a.org/Tea_%28drink%29", "https://a.org/Tea_%28drink%29"),
    ("http://a.org/a(b", "https://a.org/a(b", "https://a.org/a%28b"),
    ("http://a.org/)(", "https://a.org/)(", "https://a.org/%29%28"),
    ("http://a.org/x", "https://a.org/y_(z)", "https://a.org/y_%28z%29"),
  ])
  func whatDidNotChangeStaysReadable(old: String, new: String, written: String) {
    let report = CheckReport(links: [MovedLinkFixTests.moved(old, to: new)])
    #expect(MovedLinkFix.edits(for: report)["a.md"]?.map(\.replacement) == [written])
  }
}
