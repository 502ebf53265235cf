import Testing

@testable import LinkChecking

@Suite struct HostQueueTests {
  static func queue(interval: Duration = .zero, jobs: Range<Int> = 0..<0) -> HostQueue {
    var settings = HostSettings()
    settings.interval = interval
    var queue = HostQueue(name: "a.example", domain: 0, settings: settings, options: SchedulerOptions())
    for job in jobs { _ = queue.push(job, first: false) }
    return queue
  }

  @Test func jobsGoInTheirOrderOrFirst() {
    var queue = Self.queue(jobs: 0..<2)
    guard case .queued = queue.push(2, first: true) else {
      Issue.record("not queued")
      return
    }
    #expect((0..<4).map { _ in queue.start(now: .zero) } == [2, 0, 1, nil])
    #expect(queue.isEmpty && queue.startsAt == nil)
    #expect(queue.statistics.requests == 3 && queue.statistics.peakInFlight == 3)
  }

  @Test func theIntervalIsKept() {
    var queue = Self.queue(interval: .seconds(10), jobs: 0..<2)
    #expect(queue.start(now: .seconds(1)) == 0)
    #expect(queue.startsAt == .seconds(10))
    #expect(queue.start(now: .seconds(9)) == nil)
    #expect(queue.start(now: .seconds(10)) == 1)
  }

  @Test func oneTimeoutHoldsTheOthersBackWhileARequestIsInFlight() {
    var queue = Self.queue(jobs: 0..<3)
    _ = queue.start(now: .zero)
    _ = queue.start(now: .zero)
    queue.finish()
    #expect(queue.timedOut("slow", counts: true) == .waitForProbe)
    #expect(queue.startsAt == nil && queue.start(now: .zero) == nil && !queue.isEmpty)
    queue.finish()
    #expect(queue.startsAt == .zero)
  }

  @Test func anOpenBreakerParksJobsUntilTheHostAnswers() {
    var queue = Self.queue(jobs: 0..<2)
    #expect(queue.suspend().isEmpty)
    queue.park(9)
    _ = queue.timedOut("slow", counts: true)
    _ = queue.timedOut("slow", counts: true)
    #expect(queue.suspend() == [0, 1])
    guard case .parked = queue.push(5, first: false) else {
      Issue.record("not parked")
      return
    }
    #expect(queue.startsAt == nil && !queue.isEmpty)
    #expect(queue.reactivate() == [9, 0, 1, 5])
    #expect(queue.isEmpty && queue.breaker.state == .closed && queue.reactivate().isEmpty)
  }

  @Test func theProbeIsAJobThatIsNewOrTheFirst() {
    var queue = Self.queue()
    #expect(queue.beginProbe { _ in true } == nil && queue.breaker.state == .closed)
    for job in 1...3 { queue.park(job) }
    #expect(queue.beginProbe { $0 == 2 } == 2)
    #expect(queue.breaker.state == .halfOpen)
    #expect(queue.start(now: .zero) == 2)
    #expect(queue.beginProbe { _ in false } == 1)
    #expect(queue.reactivate() == [3])
  }

  @Test func anAbandonedHostRejectsJobs() {
    var queue = Self.queue(jobs: 0..<2)
    queue.park(7)
    for _ in 0..<3 { queue.throttledTooLong("too long") }
    guard case .rejected("too long") = queue.push(5, first: true) else {
      Issue.record("not rejected")
      return
    }
    #expect(queue.removeAll() == [7, 0, 1])
    #expect(queue.isEmpty)
  }

  @Test func aThrottledAnswerPausesForItsWaitOrABackoff() {
    let backoff = Backoff(base: .seconds(1), seed: 3, salt: 4)
    func startsAt(_ wait: Duration?, rounds: Int = 1) -> Duration? {
      var queue = Self.queue(jobs: 0..<1)
      for round in 0..<rounds {
        let isNew = queue.throttled(
          wait: wait, limit: .seconds(60), backoff: backoff, startedAt: .seconds(round), now: .seconds(round))
        #expect(isNew)
      }
      return queue.startsAt
    }
    #expect(startsAt(.seconds(5)) == .seconds(5))
    #expect(startsAt(.seconds(99)) == .seconds(60))
    #expect(startsAt(nil) == backoff.wait(round: 0))
    #expect(startsAt(nil, rounds: 3) == .seconds(2) + backoff.wait(round: 2))
  }

  @Test func answersAreCounted() {
    var queue = Self.queue()
    queue.answered(after: .milliseconds(10), isThrottled: true)
    queue.answered(after: .milliseconds(20), isThrottled: false)
    queue.countTimeout()
    let statistics = queue.statistics
    #expect(statistics.answers == 2 && statistics.throttles == 1 && statistics.timeouts == 1)
    #expect(statistics.totalLatency == .milliseconds(30))
  }

  @Test func onlyAnAcceptedAnswerEndsTheRoundsInARow() {
    var queue = Self.queue()
    let backoff = Backoff(base: .zero, seed: 0, salt: 0)
    _ = queue.throttled(wait: nil, limit: .zero, backoff: backoff, startedAt: .zero, now: .zero)
    queue.answered(after: .zero, isThrottled: true)
    #expect(queue.breaker.throttledRounds == 1)
    queue.answered(after: .zero, isThrottled: false)
    #expect(queue.breaker.throttledRounds == 0)
  }
}
