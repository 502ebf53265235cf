/// A concurrency window with additive increase and multiplicative decrease (AIMD), for one registrable domain or one provider.
///
/// It begins at two requests, grows by one with each answer, and is halved on signs of overload, as the congestion window of TCP is
/// (Chiu and Jain, 1989; RFC 5681, section 3.1).
struct ConcurrencyWindow {
  /// The number of requests in flight.
  private(set) var inFlight = 0
  /// Whether any request was started.
  private(set) var hasBegun = false
  /// The largest size.
  private(set) var ceiling = Int.max
  /// The largest number of requests in flight.
  private(set) var size = 2
  /// The time to the first byte, smoothed.
  private(set) var latency: Duration = .zero
  /// The smallest time to the first byte since the window was last halved.
  private var bestLatency: Duration?
  private var halvedAt: Duration?

  var hasRoom: Bool { inFlight < size }

  /// Lowers the ceiling; the lowest counts, and is at least 1.
  mutating func lower(ceiling: Int) {
    self.ceiling = min(self.ceiling, max(ceiling, 1))
    size = min(size, self.ceiling)
  }

  mutating func started() {
    inFlight += 1
    hasBegun = true
  }

  mutating func finished() {
    inFlight -= 1
  }

  /// Takes the time to the first byte of an answer, and grows; an answer three times as slow as the best is a sign of overload.
  mutating func answered(after time: Duration, startedAt: Duration, now: Duration) {
    let best = min(bestLatency ?? time, time)
    latency = bestLatency == nil ? time : (latency * 3 + time) / 4
    bestLatency = best
    guard !isStale(startedAt) else { return }
    // Answers that take much longer than they can are a sign of overload, as a full queue is.
    if latency > best * 3 + .milliseconds(250) {
      overloaded(startedAt: startedAt, now: now)
    } else {
      size = min(size + 1, ceiling)
    }
  }

  /// Grows for an answer whose time is no evidence.
  mutating func answered(startedAt: Duration) {
    if !isStale(startedAt) { size = min(size + 1, ceiling) }
  }

  /// Halves the window for an answer that is a sign of overload.
  mutating func overloaded(startedAt: Duration, now: Duration) {
    guard !isStale(startedAt) else { return }
    halvedAt = now
    size = max(size / 2, 1)
    bestLatency = nil
  }

  /// Whether a request was in flight already when the window was halved: its answer is no evidence about the new size.
  private func isStale(_ startedAt: Duration) -> Bool {
    halvedAt.map { startedAt < $0 } ?? false
  }
}
