internal import DequeModule

/// How much one registrable domain bears: the limit of its requests in flight, and the hosts that have some ready.
struct DomainLoad {
  /// The indices of hosts with ready targets, in turn.
  var ring = Deque<Int>()
  /// Where it stands among the scheduler's turns.
  var turn: Turns.Kind?
  var inFlight = 0
  /// Whether anything was asked.
  var hasBegun = false
  /// Targets without a conclusion.
  var remaining = 0
  /// Never more than this, whatever it answers.
  private(set) var ceiling = Int.max
  /// At most this many requests in flight: two at first, one more for each answer, half on signs of overload.
  private(set) var limit = 2
  /// The smallest time to the first byte since the limit was last halved.
  private var bestLatency: Duration?
  /// When the limit was last halved because an answer asked for it.
  private var overloadedAt: Duration?
  /// The time to the first byte, smoothed.
  private(set) var latency: Duration = .zero

  var hasRoom: Bool { inFlight < limit }

  mutating func lower(ceiling: Int) {
    self.ceiling = min(self.ceiling, max(ceiling, 1))
    limit = min(limit, self.ceiling)
  }

  mutating func answered(after time: Duration, startedAt: Duration, now: Duration) {
    let best = min(bestLatency ?? time, time)
    latency = bestLatency == nil ? time : (latency * 3 + time) / 4
    bestLatency = best
    // What was out already when the limit was halved says nothing about the new one.
    if let overloadedAt, startedAt < overloadedAt { return }
    // Answers that take much longer than they can are a sign of overload, as a full queue is.
    if latency > best * 3 + .milliseconds(250) {
      overloaded(by: startedAt, now: now)
    } else {
      limit = min(limit + 1, ceiling)
    }
  }

  /// Halves the limit for an answer that says that it is too much; answers to what was already out by then say nothing new.
  mutating func overloaded(by startedAt: Duration, now: Duration) {
    if let overloadedAt, startedAt < overloadedAt { return }
    overloadedAt = now
    limit = max(limit / 2, 1)
    bestLatency = nil
  }
}
