internal import DequeModule
internal import HTTP

/// The URL frontier of a run: a queue for each host, and which host sends the next request (Manning, Raghavan and Schütze,
/// *Introduction to Information Retrieval*, section 20.2.3).
///
/// Hosts take turns within their registrable domain, and domains with each other, as far as the slots allow. A job that waits is in
/// no queue and takes no slot. Jobs, hosts and domains are indices.
struct Frontier {
  private enum Event {
    case job(Int)
    case host(Int)
  }

  private let options: SchedulerOptions
  private let slots: Int
  private var hosts: [HostQueue] = []
  private var domains: DomainTable
  private var hostIndices: [String: Int] = [:]
  private var readyQueue = ReadyQueue()
  private var timers = TimerHeap<Event>()
  /// For each host whether a timer is set for the end of its pause.
  private var hasTimer: [Bool] = []
  /// The time to the first byte of all answers, smoothed.
  private var latency: Duration = .zero
  /// All jobs without a result.
  private var remaining = 0
  /// The number of requests in flight.
  private(set) var inFlight = 0

  init(options: SchedulerOptions) {
    self.options = options
    slots = max(options.maxInFlight, 1)
    domains = DomainTable(options: options)
  }

  subscript(host: Int) -> HostQueue {
    _read { yield hosts[host] }
    _modify { yield &hosts[host] }
  }

  /// The time of the first timer.
  var wakeUp: Duration? { timers.first }

  /// What each host was sent, by name.
  var statistics: [HostStatistics] {
    hosts.map(\.statistics).filter { $0.requests > 0 }.sorted { $0.host < $1.host }
  }

  /// The hosts with jobs that asked for a wait which is not over, and the end of the first wait.
  func pauses(now: Duration) -> (hosts: Int, end: Duration?) {
    let ends = hosts.compactMap(\.pauseEnd).filter { $0 > now }
    return (ends.count, ends.min())
  }

  /// Whether no job is queued or parked.
  var isEmpty: Bool { hosts.allSatisfy(\.isEmpty) }

  /// Whether a request could start now, which is never so once `popReady` returned `nil`.
  func hasIdleSlot(now: Duration) -> Bool {
    inFlight < slots && hosts.contains { $0.startsAt.map { $0 <= now } ?? false && domains.hasRoom($0.domain) }
  }

  // MARK: Hosts

  /// Adds a job without a result to an address's host.
  ///
  /// - Returns: the host.
  mutating func add(_ address: WebAddress) -> Int {
    let host = hostIndices[address.host] ?? addHost(address)
    domains.update(hosts[host].domain) { $0.remaining += 1 }
    remaining += 1
    return host
  }

  /// Removes a job from a host: it has its result, or goes on at another.
  mutating func remove(from host: Int) {
    domains.update(hosts[host].domain) { $0.remaining -= 1 }
    remaining -= 1
  }

  private mutating func addHost(_ address: WebAddress) -> Int {
    let settings = options.settings(for: address.host)
    let (domain, isNew) = domains.add(address, settings)
    if isNew { readyQueue.addDomain() }
    hosts.append(HostQueue(name: address.host, domain: domain, settings: settings, options: options))
    hasTimer.append(false)
    readyQueue.addHost()
    hostIndices[address.host] = hosts.count - 1
    return hosts.count - 1
  }

  // MARK: Jobs

  /// Puts a job into its host's queue, as far as the circuit breaker lets it.
  mutating func push(_ job: Int, to host: Int, first: Bool, now: Duration) -> HostQueue.Admission {
    let admission = hosts[host].push(job, first: first)
    if case .queued = admission { schedule(host, now: now) }
    return admission
  }

  /// Lets a job wait until a time.
  mutating func wait(_ job: Int, until time: Duration) {
    timers.insert(.job(job), at: time)
  }

  /// The next job whose wait is over; hosts whose pause is over get their turns meanwhile.
  mutating func popDue(now: Duration) -> Int? {
    while let event = timers.pop(now: now) {
      switch event {
      case .job(let job): return job
      case .host(let host):
        hasTimer[host] = false
        schedule(host, now: now)
      }
    }
    return nil
  }

  /// The next job that may send its request, which is in flight from then on; `nil` where none may.
  mutating func popReady(now: Duration) -> Int? {
    while inFlight < slots, let domain = readyQueue.popDomain() {
      guard domains[domain].window.hasRoom, !domains.waits(domain), let host = readyQueue.popHost(in: domain)
      else { continue }
      // A host that was paused since it was listed, or whose jobs are gone, loses its turn.
      let job = hosts[host].start(now: now)
      if job != nil {
        inFlight += 1
        domains.update(domain) { $0.window.started() }
      }
      reschedule(host, now: now)
      if let job { return job }
    }
    return nil
  }

  /// Makes one job of each host with parked ones ready as its probe.
  ///
  /// - Parameter isNew: whether a job was never requested.
  /// - Returns: the probes.
  mutating func beginProbes(now: Duration, isNew: (Int) -> Bool) -> [Int] {
    hosts.indices.compactMap { host in
      guard let probe = hosts[host].beginProbe(isNew: isNew) else { return nil }
      schedule(host, now: now)
      return probe
    }
  }

  /// Forgets all jobs and requests.
  mutating func removeAll() {
    for host in hosts.indices { _ = hosts[host].removeAll() }
    timers = TimerHeap()
    readyQueue.removeAll()
    domains.wakeAll()
    inFlight = 0
  }

  // MARK: Answers

  /// Takes a request of a host that is no longer in flight.
  mutating func finished(_ host: Int) {
    inFlight -= 1
    hosts[host].finish()
    domains.update(hosts[host].domain) { $0.window.finished() }
  }

  mutating func answered(_ host: Int, _ response: Response, isThrottled: Bool, startedAt: Duration, now: Duration) {
    hosts[host].answered(after: response.latency, isThrottled: isThrottled)
    guard !isThrottled else { return }
    if response.status == 503 {
      domains.update(hosts[host].domain) { $0.window.overloaded(startedAt: startedAt, now: now) }
    } else {
      domains.answered(hosts[host].domain, after: response.latency, startedAt: startedAt, now: now)
    }
    latency = latency == .zero ? response.latency : (latency * 63 + response.latency) / 64
    let reset = RateLimit.wait(in: response.headers, clock: options.clock(at: now))
    if let reset, reset <= options.maxWait { hosts[host].pause(until: now + reset) }
  }

  /// Slows down for a throttled answer to a job's request.
  ///
  /// - Parameter count: the throttled answers to the job.
  /// - Returns: the reason why the job ends; `nil` where it may try again.
  mutating func throttled(
    _ host: Int, _ response: Response, count: Int, startedAt: Duration, now: Duration
  ) -> String? {
    let phrase = HTTPStatus.phrase(response.status)
    let wait = requestedWait(response, now: now)
    if let wait, wait > options.maxWait {
      let reason = "the host requires a wait of \(wait.components.seconds) seconds"
      hosts[host].throttledTooLong(reason)
      return "\(phrase): \(reason)"
    }
    let isNewRound = hosts[host].throttled(
      wait: wait, limit: options.maxWait, backoff: options.backoff(salt: host), startedAt: startedAt, now: now)
    if isNewRound { domains.update(hosts[host].domain) { $0.window.overloaded(startedAt: startedAt, now: now) } }
    return hosts[host].breaker.isExhausted || count > max(options.maxThrottles, 0) ? phrase : nil
  }

  /// Slows down for a throttled answer to a soft-404 probe, which counts for nothing else.
  mutating func throttledProbe(_ host: Int, _ response: Response, now: Duration) {
    let wait = requestedWait(response, now: now)
    hosts[host].pause(until: now + min(wait ?? options.backoff, options.maxWait))
    domains.update(hosts[host].domain) { $0.window.overloaded(startedAt: now, now: now) }
  }

  /// The wait that a throttled answer requires: its `Retry-After`, else the rest of its rate limit.
  private func requestedWait(_ response: Response, now: Duration) -> Duration? {
    let clock = options.clock(at: now)
    return RetryAfter.wait(in: response.headers, clock: clock) ?? RateLimit.wait(in: response.headers, clock: clock)
  }

  // MARK: Turns

  /// Gives a host and its domain their turns, where they have a job ready.
  mutating func reschedule(_ host: Int, now: Duration) {
    if !schedule(host, now: now) { schedule(domain: hosts[host].domain) }
    // A request of the host that ended made room for others of its provider; one that did not start left it.
    wakeOthers(hosts[host].domain)
  }

  /// Gives a host its turn if it has a job ready and may start it, else a timer for when it may.
  ///
  /// - Returns: whether it has its turn, and its domain therefore too.
  @discardableResult
  private mutating func schedule(_ host: Int, now: Duration) -> Bool {
    guard !readyQueue.contains(host: host), let startsAt = hosts[host].startsAt else { return false }
    guard startsAt <= now else {
      if !hasTimer[host] { timers.insert(.host(host), at: startsAt) }
      hasTimer[host] = true
      return false
    }
    readyQueue.append(host: host, in: hosts[host].domain)
    schedule(domain: hosts[host].domain)
    return true
  }

  /// Gives the domains their turns that wait for room in the provider of this one.
  private mutating func wakeOthers(_ domain: Int) {
    for next in domains.awake(domain, where: { [readyQueue] in readyQueue.hasHosts(in: $0) }) { schedule(domain: next) }
  }

  private mutating func schedule(domain: Int) {
    let window = domains[domain].window
    guard window.hasRoom, readyQueue.hasHosts(in: domain) else { return }
    if isUrgent(domain) {
      readyQueue.append(domain: domain, .urgent)
    } else if window.hasBegun {
      readyQueue.append(domain: domain, window.inFlight == 0 ? .idle : .busy)
    } else {
      readyQueue.append(domain: domain, .fresh)
    }
  }

  /// Whether the run may end later for what is left of this domain, or of its provider: with its whole window, it would take at least
  /// half the time that all slots need for everything that is left.
  private func isUrgent(_ domain: Int) -> Bool {
    isUrgent(domains[domain]) || (domains.provider(of: domain).map(isUrgent) ?? false)
  }

  private func isUrgent(_ load: DomainTable.Load) -> Bool {
    guard latency > .zero else { return false }
    let own = load.window.latency > .zero ? load.window.latency : latency
    let ownTime = Double(load.remaining) * (own / .seconds(1)) / Double(load.window.ceiling)
    let wholeTime = Double(remaining) * (latency / .seconds(1)) / Double(slots)
    return ownTime * 2 >= wholeTime
  }
}
