internal import HTTP

extension Scheduler {
  /// Leaves a host alone that says that nothing is left of its rate limit, where its reset is within our patience.
  mutating func obeyRateLimit(_ headers: [HeaderField], host: Int, now: Duration) {
    let clock = options.startTime.map { $0 &+ Int(now.components.seconds) }
    guard let wait = RateLimit.wait(in: headers, clock: clock), wait <= options.maxWait else { return }
    hosts[host].pausedUntil = max(hosts[host].pausedUntil, now + wait)
  }
}
