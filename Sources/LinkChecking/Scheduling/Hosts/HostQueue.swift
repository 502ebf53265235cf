internal import DequeModule

/// The jobs of one host that have no request in flight, with the host's circuit breaker and pacer.
struct HostQueue {
  /// What became of a job that was to be queued.
  enum Admission {
    case queued
    /// It waits for the probe.
    case parked
    /// The host is abandoned for the reason.
    case rejected(String)
  }

  let settings: HostSettings
  /// The index of the host's registrable domain.
  let domain: Int
  private(set) var breaker: CircuitBreaker
  private(set) var statistics: HostStatistics
  private var pacer: Pacer
  private var ready = Deque<Int>()
  private var parked: [Int] = []
  private var inFlight = 0

  init(name: String, domain: Int, settings: HostSettings, options: SchedulerOptions) {
    self.domain = domain
    self.settings = settings
    breaker = CircuitBreaker(timeoutLimit: options.timeoutsBeforeProbe, throttleLimit: options.maxThrottles)
    pacer = Pacer(minimum: settings.interval)
    statistics = HostStatistics(host: name)
  }

  var isEmpty: Bool { ready.isEmpty && parked.isEmpty }

  /// When the host may send its next request; `nil` where no job is ready, or where the requests in flight may open the breaker.
  var startsAt: Duration? {
    ready.isEmpty || (breaker.isSuspicious && inFlight > 0) ? nil : pacer.startsAt
  }

  /// The end of the wait that the host asked for, where a job waits for it.
  var pauseEnd: Duration? { ready.isEmpty ? nil : pacer.pausedUntil }

  // MARK: Jobs

  mutating func push(_ job: Int, first: Bool) -> Admission {
    switch breaker.state {
    case .abandoned(let reason): return .rejected(reason)
    case .open, .halfOpen:
      parked.append(job)
      return .parked
    case .closed:
      if first { ready.prepend(job) } else { ready.append(job) }
      return .queued
    }
  }

  /// Takes the first job and counts its request as in flight; `nil` where none may start.
  mutating func start(now: Duration) -> Int? {
    guard let startsAt, startsAt <= now, let job = ready.popFirst() else { return nil }
    inFlight += 1
    pacer.started(now: now)
    statistics.requests += 1
    statistics.peakInFlight = max(statistics.peakInFlight, inFlight)
    return job
  }

  /// Takes a request that is no longer in flight.
  mutating func finish() {
    inFlight -= 1
  }

  /// Lets a job wait for the probe, whatever the state of the breaker.
  mutating func park(_ job: Int) {
    parked.append(job)
  }

  /// Lets all jobs wait for the probe if the breaker is open.
  ///
  /// - Returns: the jobs that were ready.
  mutating func suspend() -> [Int] {
    guard breaker.state == .open else { return [] }
    defer { ready = [] }
    parked += ready
    // For an empty deque, swift-collections 1.6 writes into the empty array that all threads share.
    return ready.isEmpty ? [] : Array(ready)
  }

  /// Makes one parked job ready as the probe, rather one that was never requested: its answer is new.
  mutating func beginProbe(isNew: (Int) -> Bool) -> Int? {
    guard !parked.isEmpty else { return nil }
    let probe = parked.remove(at: parked.firstIndex(where: isNew) ?? 0)
    breaker.beginProbe()
    ready.prepend(probe)
    return probe
  }

  /// Takes all jobs out of the queue of a host that is abandoned.
  mutating func removeAll() -> [Int] {
    defer { (parked, ready) = ([], []) }
    return parked + ready
  }

  // MARK: Answers

  /// Records that the host is not silent.
  ///
  /// - Returns: the jobs that waited for that, to be pushed again.
  mutating func reactivate() -> [Int] {
    breaker.answered()
    defer { parked = [] }
    return parked
  }

  mutating func timedOut(_ reason: String, counts: Bool) -> CircuitBreaker.TimeoutEffect {
    breaker.timedOut(reason, counts: counts)
  }

  /// Counts an exchange that ended without an answer for long.
  mutating func countTimeout() {
    statistics.timeouts += 1
  }

  mutating func answered(after latency: Duration, isThrottled: Bool) {
    statistics.answers += 1
    statistics.totalLatency += latency
    if isThrottled {
      statistics.throttles += 1
    } else {
      breaker.accepted()
      pacer.answered()
    }
  }

  /// Pauses for a throttled answer: for as long as it requires, else for a backoff.
  ///
  /// - Parameter limit: the longest pause.
  /// - Returns: whether this begins a new round.
  mutating func throttled(
    wait: Duration?, limit: Duration, backoff: Backoff, startedAt: Duration, now: Duration
  ) -> Bool {
    let isNewRound = breaker.throttled(startedAt: startedAt, now: now)
    let wait = wait ?? backoff.wait(round: breaker.throttledRounds - 1)
    pacer.pause(until: now + min(wait, limit))
    if isNewRound { pacer.throttled(now: now) }
    return isNewRound
  }

  mutating func throttledTooLong(_ reason: String) {
    breaker.throttledTooLong(reason)
  }

  mutating func pause(until time: Duration) {
    pacer.pause(until: time)
  }
}
