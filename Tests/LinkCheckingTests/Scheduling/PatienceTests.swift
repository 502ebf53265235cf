import HTTP
import Testing

@testable import LinkChecking

/// The scheduler with hosts that are silent, slow or throttle, in virtual time.
@Suite struct PatienceTests {
  static let fast = Duration.milliseconds(50)

  @Test func aSilentHostDelaysNoOther() throws {
    let silent = (0..<150).map { "http://silent.example/\($0)" }
    let good = (0..<200).map { "http://host\($0 % 20).example/\($0)" }
    var lastGood = Duration.zero
    let run = try VirtualRun(silent + good) { request, now in
      if request.address.host == "silent.example" { return (request.timeout, .failed(.answerTimeout)) }
      lastGood = max(lastGood, now + Self.fast)
      return (Self.fast, VirtualRun.answer(200))
    }
    #expect(run.verdicts[150...].allSatisfy { $0 == .ok })
    #expect(lastGood < .seconds(2))
    #expect(run.verdicts[..<150].allSatisfy { $0 == .transient })
    #expect(run.end <= .seconds(44))
    #expect(run.requests.count { $0.address.host == "silent.example" } == 3)
  }

  @Test func aHostThatFallsSilentInTheMiddleEndsSoon() throws {
    var lastAnswer = Duration.zero
    let run = try VirtualRun((0..<600).map { "http://fading.example/\($0)" }) { request, now in
      if now >= .milliseconds(600) { return (request.timeout, .failed(.answerTimeout)) }
      lastAnswer = now + Self.fast
      return (Self.fast, VirtualRun.answer(200))
    }
    let silent = run.verdicts.count { $0 == .transient }
    #expect(silent > 400 && run.verdicts.count { $0 == .ok } == 600 - silent)
    // 20 s is the time-out.
    #expect(run.end - lastAnswer < .seconds(60), "\(run.end)")
    #expect(run.requests.count < 600 - silent + 12)
  }

  @Test func untriedLinksGoBeforeFailedOnes() throws {
    let silence = Duration.milliseconds(500)..<Duration.seconds(15)
    var tries: [Int: Int] = [:]
    var order: [Int] = []
    let run = try VirtualRun((0..<300).map { "http://sleepy.example/\($0)" }) { request, now in
      tries[request.target, default: 0] += 1
      order.append(request.target)
      return silence.contains(now) ? (request.timeout, .failed(.answerTimeout)) : (Self.fast, VirtualRun.answer(200))
    }
    #expect(run.verdicts.allSatisfy { $0 == .ok })
    let retried = Set(tries.filter { $0.value > 1 }.keys)
    let firstRetry = order.indices.first { retried.contains(order[$0]) && order[..<$0].contains(order[$0]) }
    #expect(!retried.isEmpty && Set(order[..<(firstRetry ?? 0)]).count == 300)
  }

  @Test func aFewSlowPagesDoNotStopTheirHost() throws {
    let run = try VirtualRun((0..<200).map { "http://mixed.example/\($0)" }) { request, _ in
      request.target % 50 == 7
        ? (request.timeout, .failed(.answerTimeout)) : (Self.fast, VirtualRun.answer(200))
    }
    #expect(run.verdicts.indices.allSatisfy { run.verdicts[$0] == ($0 % 50 == 7 ? .transient : .ok) })
  }

  @Test func aHostThatAnswersTheProbeIsSentEveryLink() throws {
    let run = try VirtualRun((0..<20).map { "http://sleepy.example/\($0)" }) { _, now in
      now < .seconds(15) ? (.seconds(10), .failed(.connectTimeout)) : (Self.fast, VirtualRun.answer(200))
    }
    // Two stay silent until 10 s, and so does the probe until 20 s.
    #expect(run.verdicts.allSatisfy { $0 == .transient })
    let later = try VirtualRun((0..<20).map { "http://sleepy.example/\($0)" }) { _, now in
      now < .seconds(9) ? (.seconds(10), .failed(.connectTimeout)) : (Self.fast, VirtualRun.answer(200))
    }
    #expect(later.verdicts.allSatisfy { $0 == .ok })
    #expect(later.requests.count == 22)
  }

  @Test func aHostThatThrottlesEveryRequestIsAbandoned() throws {
    let run = try VirtualRun((0..<40).map { "http://busy.example/\($0)" }) { _, _ in (Self.fast, VirtualRun.answer(429))
    }
    #expect(run.verdicts.allSatisfy { $0 == .transient })
    #expect(run.end < .seconds(30))
    #expect(run.requests.count < 10)
  }

  @Test(arguments: [nil, "1", "5"]) func aPageThatIsAlwaysThrottledHarmsNoOther(wait: String?) throws {
    let headers = wait.map { [("Retry-After", $0)] } ?? []
    let run = try VirtualRun((0..<200).map { "http://busy.example/\($0)" }) { request, _ in
      (Self.fast, request.target % 20 == 3 ? VirtualRun.answer(429, headers) : VirtualRun.answer(200))
    }
    #expect(run.verdicts.indices.allSatisfy { run.verdicts[$0] == ($0 % 20 == 3 ? .transient : .ok) })
  }

  @Test func aHostThatThrottlesAtRandomIsNotSlowedDownForever() throws {
    let run = try VirtualRun((0..<400).map { "http://busy.example/\($0)" }) { request, _ in
      let isRefused = SimulatedWeb.draw(9, UInt64(request.id), 1) % 5 == 0
      return (Self.fast, isRefused ? VirtualRun.answer(429, [("Retry-After", "1")]) : VirtualRun.answer(200))
    }
    #expect(run.verdicts.allSatisfy { $0 == .ok })
    // Twice the time that one request in each second would take.
    #expect(run.end < .seconds(880), "\(run.end)")
  }

  /// The most requests at a time, within a range of times, to a host with many links.
  private func peak(
    _ time: Range<Duration>, _ answer: (Duration) -> (latency: Duration, status: Int)
  ) throws -> Int {
    var ends: [Duration] = []
    var peak = 0
    _ = try VirtualRun((0..<1000).map { "http://one.example/\($0)" }) { _, now in
      let (latency, status) = answer(now)
      var response = Response(status: status)
      response.latency = latency
      ends.removeAll { $0 <= now }
      ends.append(now + latency)
      if time.contains(now) { peak = max(peak, ends.count) }
      return (latency, .answered(response))
    }
    return peak
  }

  @Test func anOverloadedHostGetsHalfTheRequests() throws {
    #expect(try peak(.seconds(1)..<(.seconds(2))) { _ in (Self.fast, 200) } == 8)
    // With 503 every time the window is halved until one request at a time is left.
    #expect(try peak(.seconds(2)..<(.seconds(3))) { ($0 < .seconds(1) ? (Self.fast, 200) : (Self.fast, 503)) } == 1)
    // A host that becomes slow gets half the requests, until those are answered.
    let slow: (Duration) -> (latency: Duration, status: Int) = {
      $0 < .seconds(1) ? (Self.fast, 200) : (.seconds(2), 200)
    }
    #expect((1...4).contains(try peak(.seconds(3)..<(.milliseconds(4900)), slow)))
  }

  @Test func aThrottledAnswerWithARateLimitOnlyIsWaitedFor() throws {
    let headers = [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "30")]
    let run = try VirtualRun(["http://limited.example/"]) { _, now in
      now < .seconds(30) ? (Self.fast, VirtualRun.answer(429, headers)) : (Self.fast, VirtualRun.answer(200))
    }
    #expect(run.verdicts == [.ok] && run.requests.count == 2)
    #expect(run.end < .seconds(31))
  }

  @Test func aRateLimitIsLearnt() throws {
    var window: [Duration] = []
    var refused = 0
    let run = try VirtualRun((0..<400).map { "http://limited.example/\($0)" }) { _, now in
      window.removeAll { $0 <= now - .seconds(1) }
      guard window.count < 20 else {
        refused += 1
        return (.milliseconds(5), VirtualRun.answer(429, [("Retry-After", "1")]))
      }
      window.append(now)
      return (.milliseconds(5), VirtualRun.answer(200))
    }
    #expect(run.verdicts.allSatisfy { $0 == .ok })
    #expect(run.end <= .seconds(26))
    #expect(refused * 10 <= run.requests.count)
  }

  @Test func aWaitBeyondPatienceIsNotWaitedFor() throws {
    let run = try VirtualRun(["http://a.example/1", "http://a.example/2"]) { request, _ in
      request.address.url.hasSuffix("1")
        ? (Self.fast, VirtualRun.answer(503, [("Retry-After", "3600")])) : (Self.fast, VirtualRun.answer(200))
    }
    #expect(run.verdicts == [.transient, .ok])
    #expect(run.reasons[0] == "503 Service Unavailable: the host requires a wait of 3600 seconds")
    #expect(run.end < .seconds(1))
  }

  @Test func aRetryAfterDateIsMeasuredFromTheAnswersOwnClock() throws {
    let headers = [("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Retry-After", "Sunday, 06-Nov-94 08:49:40 GMT")]
    let run = try VirtualRun(["http://a.example/"]) { _, now in
      (Self.fast, now < .seconds(3) ? VirtualRun.answer(503, headers) : VirtualRun.answer(200))
    }
    #expect(run.verdicts == [.ok])
    #expect(run.times == [.zero, .seconds(3) + Self.fast])
    #expect(run.scheduler.results[0]?.attempts == 1)
  }

  @Test func anEmptyRateLimitIsRespected() throws {
    let run = try VirtualRun((0..<3).map { "http://a.example/\($0)" }) { request, _ in
      let isLast = request.address.url.hasSuffix("1")
      return (Self.fast, VirtualRun.answer(200, isLast ? [("RateLimit", "\"default\";r=0;t=30")] : []))
    }
    #expect(run.times == [.zero, .zero, .seconds(30) + Self.fast] || run.times == [.zero, .zero, Self.fast])
    #expect(run.verdicts == [.ok, .ok, .ok])
  }

  @Test func aResolverThatFailsIsNotUsedForEveryLink() throws {
    let run = try VirtualRun((0..<150).map { "http://a.example/\($0)" }) { _, _ in
      (.seconds(10), .failed(.resolverFailed))
    }
    #expect(run.verdicts.allSatisfy { $0 == .transient })
    #expect(run.end <= .seconds(22))
    #expect(run.reasons.last == "the host is silent: the host name could not be resolved")
  }
}
