/// A circuit breaker with a half-open probe, for one host (Nygard, *Release It!*, “Circuit Breaker”).
///
/// It counts time-outs in a row, throttled rounds in a row, and waits beyond our patience in a row.
struct CircuitBreaker {
  enum State: Equatable {
    /// Requests go out.
    case closed
    /// The host is silent: requests wait for a probe at the end of the run.
    case open
    /// The probe is in flight; all other requests wait for its answer.
    case halfOpen
    /// No request goes out for the rest of the run; the phrase is the reason.
    case abandoned(String)
  }

  /// What a time-out means for the job that met it.
  enum TimeoutEffect: Equatable {
    /// The host answered before, so this may be a failure of one page.
    case retry
    /// The job waits for the probe.
    case waitForProbe
    /// The job fails for the reason.
    case fail(String)
  }

  private(set) var state = State.closed
  /// The number of rounds in a row in which the host throttled; answers to requests that were out already count once.
  private(set) var throttledRounds = 0
  private var hasAnswered = false
  /// In a row.
  private var timeouts = 0
  private var longWaits = 0
  private var throttledAt: Duration?
  private let timeoutLimit: Int
  private let throttleLimit: Int
  /// The waits beyond our patience after which the host is abandoned.
  private static let longWaitLimit = 3

  /// - Parameters:
  ///   - timeoutLimit: the time-outs in a row that open the breaker, at least 1.
  ///   - throttleLimit: the throttled rounds in a row that the host may have.
  init(timeoutLimit: Int, throttleLimit: Int) {
    self.timeoutLimit = max(timeoutLimit, 1)
    self.throttleLimit = max(throttleLimit, 0)
  }

  /// Whether a request timed out and none was answered since, so that those in flight may open the breaker.
  var isSuspicious: Bool { timeouts > 0 }

  /// Whether the host throttled more rounds in a row than it may.
  var isExhausted: Bool { throttledRounds > throttleLimit }

  /// The reason why the host is abandoned; `nil` where it is not.
  var abandonment: String? {
    if case .abandoned(let reason) = state { reason } else { nil }
  }

  /// Records anything but a time-out: the host is not silent.
  mutating func answered() {
    hasAnswered = true
    timeouts = 0
    if state == .open || state == .halfOpen { state = .closed }
  }

  /// Records an answer that is not throttled.
  mutating func accepted() {
    throttledRounds = 0
    longWaits = 0
  }

  /// Records a time-out.
  ///
  /// - Parameter counts: whether it counts against the host; not while the network itself seems down.
  mutating func timedOut(_ reason: String, counts: Bool) -> TimeoutEffect {
    switch state {
    case .abandoned(let reason): return .fail(reason)
    case .halfOpen:
      state = .abandoned("the host is silent: \(reason)")
      return .fail(reason)
    case .closed, .open:
      guard counts else { return .retry }
      timeouts += 1
      if timeouts >= timeoutLimit { state = .open }
      return hasAnswered && state == .closed ? .retry : .waitForProbe
    }
  }

  /// Lets one request out as the probe.
  mutating func beginProbe() {
    state = .halfOpen
  }

  /// Records a throttled answer.
  ///
  /// - Returns: whether it begins a new round: its request started after the last round began.
  mutating func throttled(startedAt: Duration, now: Duration) -> Bool {
    let isNewRound = throttledAt.map { startedAt >= $0 } ?? true
    if isNewRound {
      throttledAt = now
      throttledRounds += 1
    }
    if isExhausted { state = .abandoned("the host throttles every request") }
    return isNewRound
  }

  /// Records a throttled answer whose wait is beyond our patience.
  mutating func throttledTooLong(_ reason: String) {
    longWaits += 1
    if longWaits >= Self.longWaitLimit { state = .abandoned(reason) }
  }
}
