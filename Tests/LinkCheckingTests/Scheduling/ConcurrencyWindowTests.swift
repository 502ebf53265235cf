import Testing

@testable import LinkChecking

@Suite struct ConcurrencyWindowTests {
  /// A window that grew with so many answers after 100 ms, one a second from second 1 on.
  static func window(answers: Int, ceiling: Int = 8) -> ConcurrencyWindow {
    var window = ConcurrencyWindow()
    window.lower(ceiling: ceiling)
    for second in 0..<answers {
      window.answered(after: .milliseconds(100), startedAt: .seconds(second), now: .seconds(second + 1))
    }
    return window
  }

  @Test func itBeginsAtTwoAndGrowsByOneToItsCeiling() {
    #expect((0...8).map { Self.window(answers: $0).size } == [2, 3, 4, 5, 6, 7, 8, 8, 8])
    #expect(Self.window(answers: 3, ceiling: 1).size == 1)
  }

  @Test func theLowestCeilingCounts() {
    var window = ConcurrencyWindow()
    window.lower(ceiling: 5)
    window.lower(ceiling: 7)
    #expect(window.ceiling == 5)
    window.lower(ceiling: 0)
    #expect(window.ceiling == 1 && window.size == 1)
  }

  @Test func itCountsWhatIsInFlight() {
    var window = ConcurrencyWindow()
    #expect(!window.hasBegun && window.hasRoom)
    window.started()
    #expect(window.hasBegun && window.hasRoom && window.inFlight == 1)
    window.started()
    #expect(!window.hasRoom)
    window.finished()
    #expect(window.hasRoom && window.inFlight == 1)
    window.finished()
    #expect(window.hasBegun && window.inFlight == 0)
  }

  @Test func overloadHalvesItDownToOne() {
    var window = Self.window(answers: 6)
    var sizes: [Int] = []
    for second in 10..<14 {
      window.overloaded(startedAt: .seconds(second), now: .seconds(second))
      sizes.append(window.size)
    }
    #expect(sizes == [4, 2, 1, 1])
  }

  @Test func requestsInFlightWhenItWasHalvedChangeNothing() {
    var window = Self.window(answers: 6)
    window.overloaded(startedAt: .seconds(10), now: .seconds(12))
    window.overloaded(startedAt: .seconds(11), now: .seconds(13))
    window.answered(after: .milliseconds(100), startedAt: .seconds(11), now: .seconds(13))
    #expect(window.size == 4)
    window.answered(after: .milliseconds(100), startedAt: .seconds(12), now: .seconds(13))
    #expect(window.size == 5)
    window.overloaded(startedAt: .seconds(12), now: .seconds(13))
    #expect(window.size == 2)
  }

  @Test func latencyIsSmoothed() {
    var window = ConcurrencyWindow()
    window.answered(after: .milliseconds(100), startedAt: .zero, now: .seconds(1))
    #expect(window.latency == .milliseconds(100))
    window.answered(after: .milliseconds(200), startedAt: .zero, now: .seconds(1))
    #expect(window.latency == .milliseconds(125))
  }

  @Test func answersMuchSlowerThanTheBestAreOverload() {
    var window = Self.window(answers: 6)
    // 3 × 100 ms + 250 ms is the bound; (3 × 100 + 1900) ÷ 4 is at it, one millisecond more above.
    window.answered(after: .milliseconds(1900), startedAt: .seconds(20), now: .seconds(22))
    #expect(window.size == 8)
    window = Self.window(answers: 6)
    window.answered(after: .milliseconds(1904), startedAt: .seconds(20), now: .seconds(22))
    #expect(window.size == 4)
    // From then on that latency is the best.
    window.answered(after: .milliseconds(1904), startedAt: .seconds(22), now: .seconds(24))
    #expect(window.size == 5 && window.latency == .milliseconds(1904))
  }
}
