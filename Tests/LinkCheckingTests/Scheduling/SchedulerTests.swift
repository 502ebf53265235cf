import HTTP
import Testing

@testable import LinkChecking

/// The scheduler in virtual time.
@Suite struct SchedulerTests {
  @Test func retriesWaitLongerEachTimeAndEndInASecondPass() throws {
    let run = try VirtualRun(["http://a.example/"]) { _, _ in (.zero, VirtualRun.answer(500)) }
    #expect(run.verdicts == [.transient])
    #expect(run.times.count == 4)
    let waits = zip(run.times.dropFirst(), run.times).map { $0 - $1 }
    #expect((Duration.milliseconds(750)...Duration.milliseconds(1250)).contains(waits[0]))
    #expect((Duration.milliseconds(1500)...Duration.milliseconds(2500)).contains(waits[1]))
    #expect(waits[2] == .seconds(5))
    #expect(run.scheduler.results[0]?.attempts == 4)
  }

  @Test(arguments: [404, 410, 403, 400]) func permanentFailuresAreNotRetried(status: Int) throws {
    let run = try VirtualRun(["http://a.example/"]) { _, _ in (.zero, VirtualRun.answer(status)) }
    #expect(run.requests.count == 1)
  }

  @Test func headersOfAnOriginGoNowhereElse() throws {
    var options = SchedulerOptions()
    let field = HeaderField(name: "Authorization", value: "Bearer secret")
    options.headers[try #require(Origin("a.example"))] = [field]
    let path = [
      "https://a.example/start", "http://a.example/plain", "https://a.example:8443/port", "https://b.a.example/below",
      "https://a.example/end",
    ]
    let run = try VirtualRun([path[0]], options) { request, _ in
      let next = path.firstIndex(of: request.address.url).map { $0 + 1 } ?? 0
      return (.zero, next < path.count ? VirtualRun.answer(302, [("Location", path[next])]) : VirtualRun.answer(200))
    }
    #expect(run.requests.map(\.address.url) == path)
    #expect(run.requests.map(\.headers) == [[field], [], [], [], [field]])
  }

  @Test func aWaitingLinkTakesNoSlot() throws {
    var options = SchedulerOptions()
    options.maxInFlight = 1
    let run = try VirtualRun(["http://a.example/", "http://b.example/"], options) { request, now in
      request.address.host == "a.example" && now == .zero
        ? (.zero, VirtualRun.answer(500)) : (.zero, VirtualRun.answer(200))
    }
    #expect(run.requests.map(\.address.host) == ["a.example", "b.example", "a.example"])
    #expect(run.times[1] == .zero)
    #expect(run.peakInFlight == 1)
  }

  @Test func subdomainsShareTheirDomainsLimit() throws {
    let urls = (0..<64).map { "http://h\($0).example.co.uk/" } + (0..<64).map { "http://h\($0).github.io/" }
    var inFlight = 0
    var peak = 0
    var scheduler = Scheduler(targets: try urls.map { try WebAddress($0) }, options: SchedulerOptions())
    var now = Duration.zero
    while !scheduler.isDone {
      let requests = scheduler.next(now: now)
      inFlight = requests.count { $0.address.host.hasSuffix(".example.co.uk") }
      peak = max(peak, inFlight)
      now += .milliseconds(10)
      for request in requests { scheduler.finished(request, VirtualRun.answer(200), now: now) }
    }
    #expect(peak == 8)
  }

  @Test func afterTheDeadlineNoRequestGoesOutAndTheRestIsUnchecked() throws {
    var options = SchedulerOptions()
    options.deadline = .seconds(10)
    let run = try VirtualRun((0..<100).map { "http://a.example/\($0)" }, options) { _, _ in
      (.seconds(1), VirtualRun.answer(200))
    }
    let inTime = run.verdicts.count { $0 == .ok }
    #expect(run.end == .seconds(10))
    #expect(inTime > 50 && inTime < 100)
    #expect(run.verdicts.count { $0 == .unchecked } == 100 - inTime)
    #expect(run.times.allSatisfy { $0 < .seconds(10) })
  }

  @Test func aHeadThatIsNotAllowedIsRetriedWithGet() throws {
    var options = SchedulerOptions()
    options.host.method = .head
    let run = try VirtualRun(["http://a.example/"], options) { request, _ in
      (.zero, VirtualRun.answer(request.method == .head ? 405 : 200))
    }
    #expect(run.requests.map(\.method) == [.head, .get])
    #expect(run.scheduler.results[0]?.attempts == 1)
  }

  @Test func aFailureOfHTTP2IsRetriedWithHTTP1() throws {
    let run = try VirtualRun(["https://a.example/"]) { request, _ in
      (.zero, request.onlyHTTP1 ? VirtualRun.answer(200) : .failed(.http2Failed))
    }
    #expect(run.requests.map(\.onlyHTTP1) == [false, true])
    #expect(run.verdicts == [.ok])
  }

  @Test func theSeedDecidesTheJitter() throws {
    func times(_ seed: UInt64) throws -> [Duration] {
      var options = SchedulerOptions()
      options.seed = seed
      return try VirtualRun((0..<9).map { "http://h\($0).example/" }, options) { _, _ in (.zero, VirtualRun.answer(500))
      }.times
    }
    #expect(try times(1) == times(1))
    #expect(try times(1) != times(2))
  }

  @Test(arguments: 0..<300) func everyTargetGetsOneResultWhateverHappens(seed: Int) throws {
    func draw(_ index: Int, _ salt: UInt64) -> UInt64 { SimulatedWeb.draw(UInt64(seed), UInt64(index), salt) }
    var options = SchedulerOptions()
    options.seed = UInt64(seed)
    options.maxInFlight = 1 + Int(draw(0, 10) % 20)
    options.host.perHost = 1 + Int(draw(0, 11) % 9)
    options.host.retries = Int(draw(0, 12) % 4)
    options.secondPass = draw(0, 13) % 3 == 0 ? nil : .seconds(5)
    options.deadline = draw(0, 14) % 4 == 0 ? .seconds(Int(draw(0, 15) % 100)) : nil
    let hosts = 1 + Int(draw(0, 16) % 12)
    var out: [String: Int] = [:]
    var ends: [(host: String, time: Duration)] = []
    let run = try VirtualRun((0..<80).map { "http://h\($0 % hosts).example/\($0)" }, options) { request, now in
      for end in ends where end.time <= now { out[end.host, default: 0] -= 1 }
      ends.removeAll { $0.time <= now }
      out[request.address.host, default: 0] += 1
      #expect(out[request.address.host, default: 0] <= options.host.perHost)
      let latency = Duration.milliseconds(Int(draw(request.id, 1) % 9000))
      ends.append((request.address.host, now + latency))
      let outcome: Outcome =
        switch draw(request.id, 2) % 12 {
        case 0: .failed(.answerTimeout)
        case 1: .failed(.connectionReset)
        case 2: .failed(.resolverFailed)
        case 3: VirtualRun.answer(500)
        case 4: VirtualRun.answer(429)
        case 5: VirtualRun.answer(503, [("Retry-After", "\(draw(request.id, 3) % 90)")])
        case 6: VirtualRun.answer(301, [("Location", "http://h\(draw(request.id, 4) % 15).example/\(request.id)")])
        case 7: VirtualRun.answer(200, [("RateLimit", "r=0;t=\(draw(request.id, 5) % 70)")])
        case 8: .failed(.http2Failed)
        case 9: VirtualRun.answer(404)
        default: VirtualRun.answer(200)
        }
      return (latency, outcome)
    }
    #expect(!run.verdicts.contains(nil))
    #expect(run.scheduler.finishedCount == 80)
    #expect(run.peakInFlight <= options.maxInFlight)
    #expect(run.scheduler.isEmpty)
    guard options.deadline == nil else { return }
    #expect(!run.verdicts.contains(.unchecked))
  }

  @Test func everyRunEndsWhateverTheSettings() throws {
    var options = SchedulerOptions()
    options.maxInFlight = 0
    options.host.perHost = -1
    options.host.retries = -1
    options.maxRedirects = -1
    options.backoff = .seconds(-1)
    options.secondPass = .seconds(-1)
    options.timeoutsBeforeProbe = 0
    options.maxThrottles = -1
    options.host.interval = .seconds(-1)
    let run = try VirtualRun((0..<50).map { "http://a.example/\($0)" }, options) { request, _ in
      switch request.target % 4 {
      case 0: (.zero, VirtualRun.answer(500))
      case 1: (.zero, VirtualRun.answer(302, [("Location", "/0")]))
      case 2: (.zero, VirtualRun.answer(200))
      default: (.zero, .failed(.answerTimeout))
      }
    }
    #expect(!run.verdicts.contains(nil))
  }
}
