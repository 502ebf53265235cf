/// The time between two requests to a host, learnt from its refusals.
///
/// A host that answers n requests and then asks for a wait has shown how many it allows in the time from the first of them to the
/// wait's end: from then on requests are spaced so that it need not ask again, and every hundred answers a little less is tried.
struct Pace {
  /// What the user asks for.
  let minimum: Duration
  private(set) var interval: Duration
  private(set) var nextStart: Duration = .zero
  private var windowStart: Duration?
  private var answers = 0

  init(minimum: Duration) {
    self.minimum = max(minimum, .zero)
    interval = self.minimum
  }

  mutating func started(now: Duration) {
    if windowStart == nil { windowStart = now }
    guard interval > .zero else { return }
    // A late start may be made up for, but two requests never stand much closer than the interval.
    nextStart = max(nextStart + interval, now + interval * 9 / 10)
  }

  mutating func answered() {
    answers += 1
    if answers.isMultiple(of: 100) { interval = max(interval * 85 / 100, minimum) }
  }

  /// - Parameter resume: when requests may start again.
  mutating func throttled(resume: Duration) {
    if let windowStart, answers >= 4 {
      let measured = (resume - windowStart) / answers
      // One bad second must not slow a host down for good.
      interval = interval > minimum ? min(max(measured, interval), interval * 2) : max(measured, minimum)
    }
    windowStart = nil
    answers = 0
    nextStart = max(nextStart, resume)
  }
}
