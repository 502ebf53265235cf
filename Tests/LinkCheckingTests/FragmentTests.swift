import TestSupport
import Testing

@testable import LinkChecking
@testable import PageInspection

@Suite struct FragmentTests {
  static let html = [("Content-Type", "text/html; charset=utf-8")]

  @Test func fragmentsAreChecked() async throws {
    let page = """
      <title>T</title><h2 id="user-content-auf-deutsch">D</h2><a name="old"></a><p id="größe">x</p><p id=A>y</p>
      <input name=field><textarea><p id=written></textarea><iframe><p id=framed></iframe>
      <p>That’s “it”</p>
      <script>"<p id='inside'>"</script><template><p id=shadow></p></template><!-- <p id=comment> -->
      """ + String(repeating: "<p>Enough words to be a page of its own.</p>", count: 10)
    let server = try WebServer { request in
      switch request.target {
      case "/page": .status(200, Self.html, body: page)
      case "/to-page": .redirect(302, to: "/page")
      case "/to-part": .redirect(302, to: "/page#old")
      case "/file.md":
        .status(200, [("Content-Type", "text/plain")], body: "# One two\n\n<a id=\"three\"></a> <A ID=Five>\n")
      case "/paper.pdf": .status(200, [("Content-Type", "application/pdf")], body: "%PDF")
      case "/app": .status(200, Self.html, body: "<div id=root></div><script src=/app.js></script>")
      case "/damaged":
        .raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope")
      case "/charset-as-coding":
        .status(200, Self.html + [("Content-Encoding", "utf-8")], body: "<title>Fine</title><h2 id=here>Here</h2>")
      case "/cut": .raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<p>x")
      default: .ok
      }
    }
    let expected: [(String, Verdict)] = [
      ("/page#old", .ok), ("/page#auf-deutsch", .ok), ("/page#user-content-auf-deutsch", .ok),
      ("/page#gr%C3%B6%C3%9Fe", .ok), ("/page#größe", .ok), ("/page#A", .ok), ("/page#", .ok), ("/page#top", .ok),
      ("/page#:~:text=words", .ok), ("/page#old:~:text=words", .ok), ("/page#/route", .ok), ("/page#!/route", .ok),
      ("/page#:~:text=Enough%20words,own", .ok), ("/page#:~:text=to-,BE%20A%20page,-of", .ok),
      ("/page#none:~:text=words", .ok), ("/page#old:~:text=no%20such%20words", .suspect),
      ("/page#:~:text=enough,no%20such%20end", .suspect), ("/page#:~:text=nowhere-,words", .suspect),
      ("/page#:~:text=that's%20%22it%22", .ok),
      ("/page#:~:text=no%20such%20words", .suspect), ("/page#:~:text=var&text=words", .suspect),
      ("/page#a", .broken), ("/page#inside", .broken), ("/page#shadow", .broken), ("/page#comment", .broken),
      ("/page#field", .broken), ("/page#written", .broken), ("/page#framed", .broken),
      ("/page#%", .broken), ("/to-page#old", .ok), ("/to-page#new", .broken), ("/to-part#new", .ok),
      ("/file.md#one-two", .ok), ("/file.md#three", .ok), ("/file.md#four", .broken),
      ("/file.md#One-Two", .ok), ("/file.md#Five", .ok), ("/file.md#five", .broken), ("/paper.pdf#page=3", .ok),
      ("/paper.pdf#x", .ok), ("/app#part", .suspect), ("/damaged#part", .suspect), ("/cut#part", .suspect),
      ("/charset-as-coding#here", .ok), ("/charset-as-coding#gone", .broken),
    ]
    let report = await Loopback.check(expected.map { server.url($0.0) })
    for (link, (url, verdict)) in zip(report.links, expected) {
      #expect(link.verdict == verdict, "\(url): \(link.reason ?? "")")
    }
    #expect(server.requests.count { $0.target == "/page" } == 3)
  }

  /// A missing fragment is reported for any page but a login page, which hides the page that the link means.
  @Test func aSuspectPageWithoutTheFragmentIsReportedAsBoth() async throws {
    let words = String(repeating: "<p>Enough words to be a page.</p>", count: 10)
    let alike = "<title>Our company</title><meta name=robots content=noindex><p id=part>" + words
    let server = try WebServer(["127.0.0.1", "127.0.0.2"]) { request in
      switch request.target {
      case _ where request.address == "127.0.0.2": .status(200, Self.html, body: alike)
      case "/members/list": .redirect(302, to: "/login")
      case "/login": .status(200, Self.html, body: "<title>Sign in</title>" + words)
      default: .status(200, Self.html, body: "<title>Page not found</title><p id=part>" + words)
      }
    }
    let urls = ["/soft", "/soft#part", "/soft#none", "/members/list#part"].map { server.url($0) }
    let report = await Loopback.check(urls + [server.url("/alike/one#none", host: "127.0.0.2")])
    #expect(report.links.map(\.verdict) == [.suspect, .suspect, .broken, .suspect, .broken])
    let soft = "its title is “Page not found”"
    let entrance = "redirected to a login or consent page"
    let same = "it is marked noindex, and an address that cannot exist gets the same page"
    #expect(
      report.links.map(\.reason) == [
        soft, soft, "no element matches “#none”; also suspect: \(soft)",
        "“#part” was not found: the page was not shown; also suspect: \(entrance)",
        "no element matches “#none”; also suspect: \(same)",
      ])
  }

  /// The replacement of an address need not show what scripts make of the written one.
  @Test func aRemappedLinkHasTheFragmentsOfItsWrittenAddress() async throws {
    let server = try WebServer { _ in .status(200, Self.html, body: "<title>Thread</title><p id=a>Words.") }
    var options = Loopback.options()
    options.selection.remaps = ["https://github.com/a/b/issues/3", "https://code.example/a/-/blob/x.md"].map {
      PrefixMap(prefix: $0, replacement: server.url("/copy"))
    }
    let urls = [
      "https://github.com/a/b/issues/3#event-2", "https://code.example/a/-/blob/x.md#use", server.url("/copy#no"),
    ]
    let report = await Loopback.check(urls, options)
    #expect(report.links.map(\.verdict) == [.ok, .ok, .broken], "\(report.links.map(\.reason))")
  }

  @Test func aFragmentFarDownIsFound() async throws {
    let filler = String(repeating: "<p>Some text in a long page.</p>\n", count: 20_000)
    let server = try WebServer { _ in .status(200, Self.html, body: filler + "<h2 id=end>End</h2>") }
    let report = await Loopback.check([server.url("/#end"), server.url("/other"), server.url("/third#none")])
    #expect(report.links.map(\.verdict) == [.ok, .ok, .broken])
  }
}
