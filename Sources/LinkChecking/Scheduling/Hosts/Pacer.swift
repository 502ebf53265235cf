/// The time between two requests to a host, learnt from its refusals.
///
/// A host that answers n requests in a row and then asks for a wait has shown how many it allows in the time from the first of
/// them to the wait's end: from then on requests are spaced so that it need not ask again. After every hundred answers a little
/// less is tried.
struct Pace {
  /// What the user asks for.
  let minimum: Duration
  private(set) var interval: Duration
  private(set) var nextStart: Duration = .zero
  private var lastStart: Duration?
  /// When the requests began that followed each other closely until now.
  private var windowStart: Duration = .zero
  private var answers = 0

  init(minimum: Duration) {
    self.minimum = max(minimum, .zero)
    interval = self.minimum
  }

  mutating func started(now: Duration) {
    if lastStart.map({ now - $0 > max(.seconds(1), interval * 2) }) ?? true {
      windowStart = now
      answers = 0
    }
    lastStart = now
    guard interval > .zero else { return }
    // A late start may be made up for, but two requests never stand much closer than the interval.
    nextStart = max(nextStart + interval, now + interval * 9 / 10)
  }

  mutating func answered() {
    answers += 1
    if answers.isMultiple(of: 100) { interval = max(interval * 9 / 10, minimum) }
  }

  /// - Parameter resume: when requests may start again.
  mutating func throttled(now: Duration, resume: Duration) {
    if interval > minimum {
      // Requests further apart than the host asks for are no help: it refuses some of them for another reason.
      interval = max(interval, min(interval * 115 / 100, max(resume - now, .milliseconds(100))))
    } else if answers >= 4 {
      interval = max((resume - windowStart) / answers, minimum)
    }
    lastStart = nil
    nextStart = max(nextStart, resume)
  }
}
