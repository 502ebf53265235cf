internal import HTTP
internal import DequeModule

extension Scheduler {
  /// A host asked us to slow down: it is left alone for a while, and the target keeps its attempts.
  mutating func throttle(_ index: Int, headers: [HeaderField], status: Int?, now: Duration) {
    let host = jobs[index].host
    let asked = askedWait(headers, now: now)
    let reason = HTTPStatus.phrase(status ?? 429)
    if let asked, asked > options.maxWait {
      refuse(index, wait: asked, status: status)
      return
    }
    let isNewRound = hosts[host].throttledAt.map { jobs[index].startedAt >= $0 } ?? true
    if isNewRound {
      hosts[host].throttledAt = now
      hosts[host].throttleRounds += 1
      domains[hosts[host].domain].overloaded(by: jobs[index].startedAt, now: now)
    }
    let wait = max(
      asked ?? .zero, asked == nil ? backoff.wait(round: hosts[host].throttleRounds - 1, salt: host) : .zero)
    let resume = now + min(wait, options.maxWait)
    hosts[host].pausedUntil = max(hosts[host].pausedUntil, resume)
    if isNewRound { hosts[host].pace.throttled(now: now, resume: hosts[host].pausedUntil) }

    jobs[index].throttles += 1
    if hosts[host].throttleRounds > max(options.maxThrottles, 0) {
      conclude(index, .transient, reason, status: status)
      giveUp(host, "the host asks every request to wait")
    } else if jobs[index].throttles > max(options.maxThrottles, 0) || !retriesAreUseful {
      conclude(index, .transient, reason, status: status)
    } else {
      // Not first: where it is this page alone that is refused, the others must not wait for it, nor be given up with it.
      enqueue(index, now: now)
    }
  }

  /// The wait that an answer asks for: its `Retry-After`, else what it says about its rate limit.
  private func askedWait(_ headers: [HeaderField], now: Duration) -> Duration? {
    let clock = options.startTime.map { $0 &+ Int(now.components.seconds) }
    return RetryAfter.wait(in: headers, clock: clock) ?? RateLimit.wait(in: headers, clock: clock)
  }

  /// Leaves a host alone for as long as it asks, within our patience.
  mutating func pause(_ host: Int, headers: [HeaderField], now: Duration) {
    let wait = min(askedWait(headers, now: now) ?? options.backoff, options.maxWait)
    hosts[host].pausedUntil = max(hosts[host].pausedUntil, now + wait)
    domains[hosts[host].domain].overloaded(by: now, now: now)
  }

  /// A host asked for a wait that is longer than ours: the target is given up, and after three in a row the host is.
  private mutating func refuse(_ index: Int, wait: Duration, status: Int?) {
    let host = jobs[index].host
    hosts[host].longWaits += 1
    let reason = "the host asks to wait for \(wait.components.seconds) seconds"
    conclude(index, .transient, "\(HTTPStatus.phrase(status ?? 429)): \(reason)", status: status)
    if hosts[host].longWaits >= 3 { giveUp(host, reason) }
  }

  /// A target stayed silent. Where its host never answered at all, it waits for the host's probe.
  mutating func silence(_ index: Int, _ reason: String, now: Duration) {
    let host = jobs[index].host
    jobs[index].failure = Job.Failure(reason: reason, status: nil)
    jobs[index].isNewTry = true
    switch hosts[host].health {
    case .probing:
      conclude(index, .transient, reason)
      giveUp(host, "the host is silent: \(reason)")
    case .givenUp(let reason): conclude(index, .transient, reason)
    case .open, .silent:
      guard !hosts[host].hasAnswered, retriesAreUseful else {
        retry(index, reason, status: nil, limit: 1, now: now)
        return
      }
      if hosts[host].settings.retries > 0 { park(index) } else { conclude(index, .transient, reason) }
      hosts[host].silences += 1
      if hosts[host].silences >= max(options.silencesBeforeProbe, 1) { suspend(host) }
    }
  }

  /// Lets all targets of a host wait for its probe.
  private mutating func suspend(_ host: Int) {
    hosts[host].health = .silent
    while let index = hosts[host].ready.popFirst() { park(index) }
  }

  /// Puts the parked targets of a host back into its queue.
  mutating func release(_ host: Int, now: Duration) {
    if hosts[host].health == .silent || hosts[host].health == .probing { hosts[host].health = .open }
    guard !hosts[host].parked.isEmpty else { return }
    let parked = hosts[host].parked
    hosts[host].parked = []
    active += parked.count
    for index in parked { enqueue(index, now: now) }
  }

  /// Concludes every target that stands in a host's queue; those that come later are concluded as they come.
  private mutating func giveUp(_ host: Int, _ reason: String) {
    hosts[host].health = .givenUp(reason)
    let parked = hosts[host].parked
    hosts[host].parked = []
    let ready = hosts[host].ready
    hosts[host].ready = []
    for index in parked + ready {
      if jobs[index].doubt == nil { conclude(index, .transient, reason) } else { giveUpControl(index) }
    }
  }

  /// Begins what is left for the end: probes of silent hosts, then the second pass.
  ///
  /// - Returns: whether there was anything.
  mutating func beginNextPhase(now: Duration) -> Bool {
    var probes = false
    for host in hosts.indices where !hosts[host].parked.isEmpty {
      // One that was never asked tells more than one that stayed silent.
      let position = hosts[host].parked.firstIndex { jobs[$0].attempts == 0 } ?? 0
      let index = hosts[host].parked.remove(at: position)
      hosts[host].health = .probing
      active += 1
      probes = true
      enqueue(index, asProbe: true, now: now)
    }
    if probes { return true }
    let again = postponed
    postponed = []
    active += again.count
    for index in again {
      jobs[index].isSecondPass = true
      wait(index, until: now + max(options.secondPass ?? .zero, .zero))
    }
    return !again.isEmpty
  }
}
