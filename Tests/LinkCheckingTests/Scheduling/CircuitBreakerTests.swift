import Testing

@testable import LinkChecking

@Suite struct CircuitBreakerTests {
  static func breaker(timeouts: Int = 2, throttles: Int = 1) -> CircuitBreaker {
    CircuitBreaker(timeoutLimit: timeouts, throttleLimit: throttles)
  }

  static func open() -> CircuitBreaker {
    var breaker = breaker(timeouts: 1)
    _ = breaker.timedOut("slow", counts: true)
    return breaker
  }

  static func halfOpen() -> CircuitBreaker {
    var breaker = open()
    breaker.beginProbe()
    return breaker
  }

  @Test func timeoutsOpenIt() {
    var breaker = Self.breaker()
    #expect(breaker.state == .closed && !breaker.isSuspicious)
    #expect(breaker.timedOut("slow", counts: true) == .waitForProbe)
    #expect(breaker.state == .closed && breaker.isSuspicious)
    #expect(breaker.timedOut("slow", counts: true) == .waitForProbe)
    #expect(breaker.state == .open && breaker.isSuspicious)
    #expect(breaker.timedOut("slow", counts: true) == .waitForProbe)
    #expect(breaker.state == .open)
  }

  @Test func aTimeoutThatDoesNotCountChangesNothing() {
    var breaker = Self.breaker(timeouts: 1)
    #expect(breaker.timedOut("slow", counts: false) == .retry)
    #expect(breaker.state == .closed && !breaker.isSuspicious)
  }

  @Test func timeoutsInARowOpenItWhateverCameBefore() {
    var breaker = Self.breaker()
    for _ in 0..<3 {
      breaker.answered()
      #expect(breaker.state == .closed && !breaker.isSuspicious)
      // One page may be slow.
      #expect(breaker.timedOut("slow", counts: true) == .retry)
      #expect(breaker.state == .closed && breaker.isSuspicious)
    }
    #expect(breaker.timedOut("slow", counts: true) == .waitForProbe)
    #expect(breaker.state == .open)
  }

  @Test func anAnswerClosesIt() {
    for var breaker in [Self.open(), Self.halfOpen()] {
      breaker.answered()
      #expect(breaker.state == .closed && !breaker.isSuspicious)
    }
  }

  @Test func aProbeIsHalfOpen() {
    #expect(Self.halfOpen().state == .halfOpen)
  }

  @Test func aProbeThatTimesOutAbandonsTheHost() {
    var breaker = Self.halfOpen()
    #expect(breaker.timedOut("slow", counts: false) == .fail("slow"))
    #expect(breaker.abandonment == "the host is silent: slow")
    #expect(breaker.timedOut("late", counts: true) == .fail("the host is silent: slow"))
  }

  @Test func anAbandonedHostStaysAbandoned() {
    var breaker = Self.halfOpen()
    _ = breaker.timedOut("slow", counts: true)
    breaker.answered()
    breaker.accepted()
    #expect(breaker.abandonment == "the host is silent: slow")
  }

  @Test func throttledRoundsInARowAbandonTheHost() {
    var breaker = Self.breaker(throttles: 1)
    #expect(breaker.throttled(startedAt: .seconds(0), now: .seconds(1)) == true)
    #expect(breaker.throttledRounds == 1 && !breaker.isExhausted && breaker.abandonment == nil)
    // This request was in flight already.
    #expect(breaker.throttled(startedAt: .milliseconds(999), now: .seconds(2)) == false)
    #expect(breaker.throttledRounds == 1)
    #expect(breaker.throttled(startedAt: .seconds(1), now: .seconds(3)) == true)
    #expect(breaker.throttledRounds == 2 && breaker.isExhausted)
    #expect(breaker.abandonment == "the host throttles every request")
  }

  @Test func anAcceptedRequestBeginsTheCountsAnew() {
    var breaker = Self.breaker(throttles: 1)
    for second in 0..<9 {
      #expect(breaker.throttled(startedAt: .seconds(second), now: .seconds(second)) == true)
      breaker.throttledTooLong("too long")
      breaker.throttledTooLong("too long")
      breaker.answered()
      breaker.accepted()
      #expect(breaker.throttledRounds == 0)
    }
    #expect(breaker.state == .closed)
  }

  @Test func threeWaitsBeyondPatienceAbandonTheHost() {
    var breaker = Self.breaker()
    breaker.throttledTooLong("1 hour")
    breaker.throttledTooLong("1 hour")
    #expect(breaker.abandonment == nil)
    breaker.throttledTooLong("2 hours")
    #expect(breaker.abandonment == "2 hours")
  }

  @Test func limitsHaveAFloor() {
    var breaker = Self.breaker(timeouts: 0, throttles: -1)
    #expect(!breaker.isExhausted)
    _ = breaker.throttled(startedAt: .zero, now: .zero)
    #expect(breaker.isExhausted)
    breaker = Self.breaker(timeouts: -1)
    _ = breaker.timedOut("slow", counts: true)
    #expect(breaker.state == .open)
  }
}
