import Testing

@testable import LinkChecking

@Suite struct PacerTests {
  /// A pacer that learnt from so many answers in the first second, and a throttled one with a wait of a second.
  static func learnt(answers: Int, minimum: Duration = .zero) -> Pacer {
    var pacer = Pacer(minimum: minimum)
    for index in 0..<answers {
      pacer.started(now: .seconds(1) * index / max(answers, 1))
      pacer.answered()
    }
    pacer.pause(until: .seconds(2))
    pacer.throttled(now: .seconds(1))
    return pacer
  }

  @Test func withoutAnIntervalNothingWaits() {
    var pacer = Pacer(minimum: .seconds(-1))
    #expect(pacer.interval == .zero)
    pacer.started(now: .seconds(5))
    #expect(pacer.startsAt == .zero)
  }

  @Test func requestsAreSpacedByTheInterval() {
    var pacer = Pacer(minimum: .seconds(10))
    pacer.started(now: .seconds(100))
    // The first has nothing to make up for.
    #expect(pacer.startsAt == .seconds(109))
    pacer.started(now: .seconds(109))
    #expect(pacer.startsAt == .seconds(119))
    // A late start is made up for, but by a tenth of the interval at most.
    pacer.started(now: .seconds(125))
    #expect(pacer.startsAt == .seconds(134))
  }

  @Test func theLongestPauseCounts() {
    var pacer = Pacer(minimum: .zero)
    pacer.pause(until: .seconds(9))
    pacer.pause(until: .seconds(3))
    #expect(pacer.startsAt == .seconds(9))
  }

  @Test func theIntervalIsLearntFromTheAnswersBeforeARefusal() {
    // Twenty from second 0 to second 2, the end of the wait.
    #expect(Self.learnt(answers: 20).interval == .milliseconds(100))
    #expect(Self.learnt(answers: 20).startsAt == .seconds(2))
    #expect(Self.learnt(answers: 4).interval == .milliseconds(500))
    // Fewer than four are no evidence.
    #expect(Self.learnt(answers: 3).interval == .zero)
    #expect(Self.learnt(answers: 20, minimum: .milliseconds(300)).interval == .milliseconds(300))
  }

  @Test func aGapBeginsANewBurst() {
    var pacer = Pacer(minimum: .zero)
    for _ in 0..<9 {
      pacer.started(now: .zero)
      pacer.answered()
    }
    for _ in 0..<5 {
      pacer.started(now: .milliseconds(1001))
      pacer.answered()
    }
    pacer.pause(until: .milliseconds(2001))
    pacer.throttled(now: .milliseconds(1501))
    #expect(pacer.interval == .milliseconds(200))
  }

  @Test func aSecondIsNoGap() {
    var pacer = Pacer(minimum: .zero)
    for second in 0..<5 {
      pacer.started(now: .seconds(second))
      pacer.answered()
    }
    pacer.pause(until: .seconds(5))
    pacer.throttled(now: .seconds(4))
    #expect(pacer.interval == .seconds(1))
  }

  @Test func furtherRefusalsLengthenTheIntervalUpToTheWait() {
    var pacer = Self.learnt(answers: 20)
    pacer.pause(until: .seconds(4))
    pacer.throttled(now: .seconds(3))
    #expect(pacer.interval == .milliseconds(115))
    #expect(pacer.startsAt == .seconds(4))
    // A wait shorter than that is a refusal for another reason.
    pacer.pause(until: .milliseconds(4050))
    pacer.throttled(now: .seconds(4))
    #expect(pacer.interval == .milliseconds(115))
    pacer.pause(until: .milliseconds(5120))
    pacer.throttled(now: .seconds(5))
    #expect(pacer.interval == .milliseconds(120))
  }

  @Test func everyHundredAnswersShortenTheInterval() {
    var pacer = Self.learnt(answers: 20, minimum: .milliseconds(85))
    // The first request after a refusal begins a new count.
    pacer.started(now: .seconds(3))
    for _ in 0..<99 { pacer.answered() }
    #expect(pacer.interval == .milliseconds(100))
    pacer.answered()
    #expect(pacer.interval == .milliseconds(90))
    for _ in 0..<100 { pacer.answered() }
    #expect(pacer.interval == .milliseconds(85))
  }
}
