import HTTP
import Testing

@testable import LinkChecking
@testable import PageInspection

@Suite struct JobTests {
  static func job(_ url: String = "http://a.example/page") throws -> Job {
    Job(address: try WebAddress(url), host: 0)
  }

  /// The next step of a job whose first address is its current one.
  static func step(
    _ job: inout Job, _ responseClass: ResponseClass, _ response: Response? = nil, fragments: [String] = [],
    retries: Int = 1, isUseful: Bool = true
  ) -> JobStep {
    var expectation = Expectation()
    expectation.fragments = fragments
    let policy = RetryPolicy(
      retries: retries, hasSecondPass: true, backoff: Backoff(base: .zero, seed: 0, salt: 0), isUseful: isUseful)
    return job.step(
      after: responseClass, response, target: job.chain.address, expectation: expectation, policy: policy,
      options: SchedulerOptions())
  }

  static func result(
    _ job: inout Job, _ responseClass: ResponseClass, _ response: Response? = nil, fragments: [String] = [],
    isUseful: Bool = true
  ) -> JobResult? {
    let step = step(&job, responseClass, response, fragments: fragments, isUseful: isUseful)
    if case .finish(let result) = step { return result } else { return nil }
  }

  static func response(_ change: (inout Page) -> Void) -> Response {
    var page = Page()
    page.title = "Our company makes things"
    page.text = "Things that many people need, everywhere"
    change(&page)
    var response = Response(status: 200)
    response.page = page
    return response
  }

  @Test func onlyAFailureBeginsAnAttempt() throws {
    var job = try Self.job()
    var attempts: [Int] = []
    for (id, next) in [
      ResponseClass.redirect(isPermanent: false, location: "/1"), .throttled, .again(.get), .again(.http1),
      .transient("x"),
      .transient("y"),
    ].enumerated() {
      job.start(id: id, now: .seconds(id))
      #expect(job.state == .inFlight(id) && job.startedAt == .seconds(id))
      attempts.append(job.attempts)
      _ = Self.step(&job, next, retries: 2)
    }
    #expect(attempts == [1, 1, 1, 1, 1, 2])
    #expect(job.changes == [.get, .http1])
    #expect(job.failure?.reason == "y")
  }

  @Test func aTransientFailureIsRetriedThenPostponedThenTheResult() throws {
    var job = try Self.job()
    guard case .retry = Self.step(&job, .transient("x")), case .postpone = Self.step(&job, .transient("x")) else {
      Issue.record("not retried")
      return
    }
    job.isSecondPass = true
    let result = Self.result(&job, .transient("late"), Response(status: 500))
    #expect(result?.verdict == .transient && result?.reason == "late" && result?.status == 500)
  }

  @Test func aPermanentFailureIsTheResult() throws {
    var job = try Self.job()
    let result = Self.result(&job, .permanent(.gone, "404 Not Found"), Response(status: 404))
    #expect(result?.verdict == .gone && result?.reason == "404 Not Found" && result?.status == 404)
  }

  @Test func aPermanentRedirectToAPageThatWorksIsAMove() throws {
    var job = try Self.job()
    _ = Self.step(&job, .redirect(isPermanent: true, location: "/new#part"), Response(status: 301))
    let result = Self.result(&job, .success, Response(status: 200))
    #expect(result?.verdict == .moved && result?.target?.text == "http://a.example/new#part")
    #expect(result?.hops.map(\.status) == [301, 200])
    // Neither is one to another spelling of the same bytes, which is requested in capitals.
    job = try Self.job("http://a.example/caf%c3%a9")
    #expect(job.chain.address.url == "http://a.example/caf%C3%A9")
    _ = Self.step(&job, .redirect(isPermanent: true, location: "/caf%c3%a9"), Response(status: 301))
    #expect(job.chain.address.url == "http://a.example/caf%c3%a9")
    #expect(Self.result(&job, .success, Response(status: 200))?.verdict == .ok)
    // A redirect to another address and back is no move.
    job = try Self.job()
    for location in ["/cookie", "/page"] {
      var response = Response(status: 301)
      response.cookies = [location]
      _ = Self.step(&job, .redirect(isPermanent: true, location: location), response)
    }
    #expect(Self.result(&job, .success, Response(status: 200))?.verdict == .ok)
  }

  @Test func theStatusOfABadRedirectIsOnlyThatOfItsAnswer() throws {
    var job = try Self.job()
    let response = Response(status: 302)
    #expect(Self.result(&job, .redirect(isPermanent: false, location: nil), response)?.status == 302)
    let result = Self.result(&job, .redirect(isPermanent: false, location: "http://10.0.0.1/"), response)
    #expect(result?.verdict == .refused && result?.status == nil && result?.hops.count == 2)
  }

  @Test func aPageThatRefreshesAtOnceIsARedirect() throws {
    for (delay, url, isRedirect) in [(0, "/new", true), (5, "/new", true), (6, "/new", false), (0, "/page", false)] {
      var job = try Self.job()
      let response = Self.response { $0.refresh = Page.Refresh(delay: delay, url: url) }
      let step = Self.step(&job, .success, response)
      if case .request = step { #expect(isRedirect) } else { #expect(!isRedirect) }
      #expect(job.chain.address.url == "http://a.example" + (isRedirect ? "/new" : "/page"))
    }
  }

  @Test func missingFragmentsAreFoundUnlessARedirectNamesOne() throws {
    let response = Self.response { $0.anchors = ["there"] }
    var job = try Self.job()
    let result = Self.result(&job, .success, response, fragments: ["there", "missing"])
    #expect(result?.verdict == .ok && result?.fragments == ["missing": .missing])
    _ = Self.step(&job, .redirect(isPermanent: false, location: "/new#other"), Response(status: 302))
    #expect(Self.result(&job, .success, response, fragments: ["missing"])?.fragments == [:])
  }

  @Test func aPageWithAWeakReasonIsProbedWhereThatCanDecide() throws {
    let suspicious = Self.response { $0.isNoindex = true }
    var job = try Self.job()
    guard case .probe(let page) = Self.step(&job, .success, suspicious) else {
      Issue.record("not probed")
      return
    }
    #expect(page.status == 200 && page.probe == nil)
    #expect(Self.result(&job, .success, suspicious, isUseful: false)?.verdict == .ok)
    var front = try Self.job("http://a.example/")
    #expect(Self.result(&front, .success, suspicious)?.verdict == .ok)
    let scripts = Self.response {
      $0.isNoindex = true
      $0.scripts = 1
    }
    #expect(Self.result(&job, .success, scripts)?.verdict == .ok)
  }

  @Test func aPageWithAStrongReasonIsSuspect() throws {
    var job = try Self.job()
    let result = Self.result(&job, .success, Self.response { $0.title = "404 Not Found" })
    #expect(result?.verdict == .suspect && result?.status == 200)
  }

  @Test func aFinishedJobNeedsNoMemory() throws {
    var job = try Self.job()
    _ = Self.step(&job, .redirect(isPermanent: true, location: "/new"), Response(status: 301))
    job.finish()
    #expect(job.chain.hops.isEmpty && job.suspect == nil)
  }
}
