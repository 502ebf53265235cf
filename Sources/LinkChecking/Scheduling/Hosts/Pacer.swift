/// A pacer for one host: a leaky bucket whose rate is learnt from the host's refusals.
///
/// A host that answers n requests in a row and then throttles has shown how many it allows in the time from the first of them to the
/// end of the wait. From then on requests are spaced by that. After every hundred answers the interval shrinks a little.
struct Pacer {
  /// The time between two requests.
  private(set) var interval: Duration
  private let minimum: Duration
  private var nextStart: Duration = .zero
  private(set) var pausedUntil: Duration = .zero
  private var lastStart: Duration?
  /// When the burst of requests without a gap began, and its answers.
  private var burstStart: Duration = .zero
  private var answers = 0

  /// - Parameter minimum: the shortest interval.
  init(minimum: Duration) {
    self.minimum = max(minimum, .zero)
    interval = self.minimum
  }

  /// When the next request may start.
  var startsAt: Duration { max(pausedUntil, nextStart) }

  /// Lets no request start before a time.
  mutating func pause(until time: Duration) {
    pausedUntil = max(pausedUntil, time)
  }

  mutating func started(now: Duration) {
    if lastStart.map({ now - $0 > max(.seconds(1), interval * 2) }) ?? true {
      burstStart = now
      answers = 0
    }
    lastStart = now
    guard interval > .zero else { return }
    // A late start may be made up for, but two requests are never much closer than the interval.
    nextStart = max(nextStart + interval, now + interval * 9 / 10)
  }

  mutating func answered() {
    answers += 1
    if answers.isMultiple(of: 100) { interval = max(interval * 9 / 10, minimum) }
  }

  /// Learns from a throttled answer after the pause that it requires was set.
  mutating func throttled(now: Duration) {
    if interval > minimum {
      // Requests further apart than the wait do not help: the host refuses some of them for another reason.
      interval = max(interval, min(interval * 115 / 100, max(pausedUntil - now, .milliseconds(100))))
    } else if answers >= 4 {
      interval = max((pausedUntil - burstStart) / answers, minimum)
    }
    lastStart = nil
    nextStart = max(nextStart, pausedUntil)
  }
}
