import HTTP
import TestSupport
import Testing

@testable import LinkChecking
@testable import PageInspection

/// The soft-404 probe: as a value, in virtual time and over a loopback server.
@Suite struct SoftNotFoundProbeTests {
  static let html = [("Content-Type", "text/html")]

  /// A page that excludes search engines, which is a weak reason.
  static func page(_ text: String) -> String {
    "<title>Our company</title><meta name=robots content=noindex><h1>Welcome</h1>"
      + String(repeating: "<p>\(text) and many other words that a page of a company has.</p>", count: 10)
  }

  @Test func aPageThatIsShownForEveryAddressIsSuspect() async throws {
    let server = try WebServer { request in
      // It shows the requested path, and a number that is never the same.
      .status(200, Self.html, body: Self.page("You requested \(request.target) as visitor \(request.earlier)77"))
    }
    let report = await Loopback.check([server.url("/docs/first.html"), server.url("/second/")])
    #expect(report.links.map(\.verdict) == [.suspect, .suspect])
    #expect(report.links[0].reason?.hasSuffix("and an address that cannot exist gets the same page") == true)
    #expect(report.links.map(\.attempts) == [1, 1])
    // One for the host, next to the page that needs it.
    let probes = server.requests.map(\.target).filter { $0 != "/docs/first.html" && $0 != "/second/" }
    #expect(probes.count == 1)
    let isBeside = probes.first?.wholeMatch(of: /\/docs\/[a-z]{16}\.html|\/[a-z]{16}\//) != nil
    #expect(isBeside, "\(probes)")
  }

  @Test func otherPagesStayOk() async throws {
    let addresses = (1...6).map { "127.0.0.\($0)" }
    let server = try WebServer(addresses) { request in
      switch (request.address, request.target) {
      case ("127.0.0.1", "/page"), ("127.0.0.6", "/page"): .status(200, Self.html, body: Self.page("Good"))
      case ("127.0.0.1", _): .status(404, Self.html, body: Self.page("Good"))
      case ("127.0.0.2", "/page"): .status(200, Self.html, body: Self.page("Good"))
      case ("127.0.0.2", _): .status(200, Self.html, body: "<title>Search</title><p>Nothing was found for these words.")
      case ("127.0.0.3", _): .status(200, Self.html, body: Self.page("A front page"))
      case ("127.0.0.4", _):
        .status(200, Self.html, body: "<meta name=robots content=noindex><title>App</title><script src=a></script>")
      case ("127.0.0.6", _): .reset
      default: .ok
      }
    }
    let urls = ["/page", "/page", "/", "/app", "/fine", "/page"]
    let report = await Loopback.check(zip(urls, addresses).map { server.url($0, host: $1) })
    #expect(report.links.map(\.verdict) == Array(repeating: .ok, count: 6))
    #expect(addresses.map { server.traffic($0).requests }.prefix(5) == [2, 2, 1, 1, 1])
  }

  @Test func aRedirectToTheSamePageIsTheSamePage() async throws {
    let server = try WebServer { request in
      request.target == "/nothing.html"
        ? .status(200, Self.html, body: Self.page("Not here")) : .redirect(302, to: "/nothing.html")
    }
    let report = await Loopback.check([server.url("/docs/start")])
    #expect(report.links.map(\.verdict) == [.suspect])
    #expect(report.links[0].hops.count == 2)
  }

  /// A page with one weak reason for suspicion, without a web.
  static var suspicious: Outcome {
    var response = Response(status: 200)
    var page = Page()
    page.title = "Our company makes things"
    page.text = "Things that many people need, everywhere"
    page.isNoindex = true
    response.page = page
    return .answered(response)
  }

  @Test func theSeedDecidesTheProbe() throws {
    func requested(_ seed: UInt64) throws -> [String] {
      var options = SchedulerOptions()
      options.seed = seed
      let run = try VirtualRun((0..<5).map { "http://a.example/x\($0)" }, options) { _, _ in
        (.milliseconds(50), Self.suspicious)
      }
      #expect(run.verdicts.allSatisfy { $0 == .suspect })
      #expect(run.requests.count == 6)
      return run.requests.map(\.address.url)
    }
    #expect(try requested(1) == requested(1))
    #expect(try requested(1) != requested(2))
  }

  @Test func aPageStaysOkWhateverHappensToItsProbe() throws {
    func verdicts(_ answer: @escaping (Int) -> (Duration, Outcome), deadline: Duration? = nil) throws -> [Verdict?] {
      var options = SchedulerOptions()
      options.deadline = deadline
      var probes = 0
      let run = try VirtualRun((0..<9).map { "http://a.example/\($0).html" }, options) { request, _ in
        guard request.address.url.utf8.count > 24 else { return (.milliseconds(50), Self.suspicious) }
        probes += 1
        return answer(request.id)
      }
      #expect(probes == 1)
      return run.verdicts
    }
    let fine = Array(repeating: Verdict.ok, count: 9)
    #expect(try verdicts { _ in (.zero, VirtualRun.answer(404)) } == fine)
    #expect(try verdicts { _ in (.zero, VirtualRun.answer(429, [("Retry-After", "7")])) } == fine)
    #expect(try verdicts { _ in (.seconds(20), .failed(.answerTimeout)) } == fine)
    #expect(try verdicts { _ in (.zero, .failed(.connectionReset)) } == fine)
    #expect(try verdicts({ _ in (.seconds(20), Self.suspicious) }, deadline: .seconds(10)) == fine)
  }

  @Test func anAbandonedHostKeepsItsAnswers() throws {
    let run = try VirtualRun((0..<20).map { "http://a.example/\($0).html" }) { request, _ in
      switch request.id {
      case 1: (.zero, Self.suspicious)
      case 2: (.seconds(1), VirtualRun.answer(429))
      default: (.seconds(1), VirtualRun.answer(429))
      }
    }
    #expect(run.verdicts[0] == .ok)
    #expect(run.verdicts.dropFirst().allSatisfy { $0 == .transient })
  }
  static func digest(_ text: String) throws -> PageDigest {
    var page = Page()
    page.text = text
    return try #require(PageDigest(page, at: try WebAddress("http://a.example/")))
  }

  @Test func aHostIsProbedOnce() throws {
    var probe = SoftNotFoundProbe()
    let address = try WebAddress("http://a.example/docs/page.html?x=1")
    guard case .send(let sibling) = probe.add(3, at: address, seed: 1) else {
      Issue.record("no probe")
      return
    }
    #expect(sibling.url.wholeMatch(of: /http:\/\/a\.example\/docs\/[a-z]{16}\.html/) != nil)
    for job in [5, 4] {
      guard case .wait = probe.add(job, at: address, seed: 1) else {
        Issue.record("another probe")
        return
      }
    }
    let answer = SoftNotFoundProbe.Answer(.redirect(isPermanent: false, location: "/x"), nil, at: address)
    #expect(answer.location == "http://a.example/x" && answer.page == nil)
    #expect(probe.answered(answer) == [5, 4])
    #expect(probe.answered(SoftNotFoundProbe.Answer()).isEmpty)
    guard case .use(let last) = probe.add(6, at: address, seed: 1) else {
      Issue.record("not used")
      return
    }
    #expect(last == SoftNotFoundProbe.Answer())
  }

  @Test func theProbeIsBesideThePage() throws {
    for (page, pattern) in [
      ("/folder/", /http:\/\/a\.example\/[a-z]{16}\//), ("/page", /http:\/\/a\.example\/[a-z]{16}/),
      ("/x/a.longest", /http:\/\/a\.example\/x\/[a-z]{16}/), ("/x/a.html", /http:\/\/a\.example\/x\/[a-z]{16}\.html/),
    ] {
      var probe = SoftNotFoundProbe()
      guard case .send(let sibling) = probe.add(1, at: try WebAddress("http://a.example" + page), seed: 1) else {
        Issue.record("no probe")
        return
      }
      #expect(sibling.url.wholeMatch(of: pattern) != nil, "\(sibling.url)")
    }
  }

  @Test func theSamePageOrARedirectToItIsASoft404() throws {
    let target = try WebAddress("http://a.example/old")
    var job = Job(address: target, host: 0)
    let page = SuspectPage(
      reason: "it is odd", digest: try Self.digest("one two three four"), status: 200, fragments: [:])
    var same = SoftNotFoundProbe.Answer()
    same.page = page.digest
    var other = SoftNotFoundProbe.Answer()
    other.page = try Self.digest("five six seven eight")
    var redirect = SoftNotFoundProbe.Answer()
    redirect.location = "http://a.example/new"
    let results = { [same, other, redirect, .init()].map { job.result(of: page, $0, target: target).verdict } }
    #expect(results() == [.suspect, .ok, .ok, .ok])
    #expect(
      job.result(of: page, same, target: target).reason
        == "it is odd, and an address that cannot exist gets the same page")
    _ = JobTests.step(&job, .redirect(isPermanent: false, location: "/new"), Response(status: 302))
    #expect(results() == [.suspect, .ok, .suspect, .ok])
    // The probe was redirected to the link's address, where the link was not redirected.
    redirect.location = "http://a.example/old"
    #expect(Job(address: target, host: 0).result(of: page, redirect, target: target).verdict == .ok)
  }
}
