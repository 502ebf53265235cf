internal import HTTP

/// The jobs of a run, each in one place: the queue of its host, a timer, in flight, parked, postponed, or finished.
struct JobTable {
  private(set) var frontier: Frontier
  /// `nil` for the jobs that are not finished.
  private(set) var results: [JobResult?] = []
  private(set) var finishedCount = 0
  /// The number of finished jobs by verdict.
  private(set) var verdicts: [Verdict: Int] = [:]
  /// The jobs that finished since this was last emptied, in order.
  var newlyFinished: [Int] = []
  /// The number of jobs that go on without a new phase of the run.
  private(set) var active = 0
  private var jobs: [Job] = []
  private var postponed: [Int] = []

  init(_ targets: [WebAddress], options: SchedulerOptions) {
    frontier = Frontier(options: options)
    results = Array(repeating: nil, count: targets.count)
    jobs.reserveCapacity(targets.count)
    for target in targets {
      let address = target.with(fragment: nil)
      jobs.append(Job(address: address, host: frontier.add(address)))
    }
  }

  var indices: Range<Int> { jobs.indices }

  /// Whether no job is in a queue.
  var isEmpty: Bool { active == 0 && postponed.isEmpty && frontier.isEmpty }

  subscript(index: Int) -> Job {
    // Not `_read`: unoptimised, Swift 6.3 copies from the yielded job after it has freed it.
    get { jobs[index] }
    _modify { yield &jobs[index] }
  }

  private mutating func move(_ index: Int, to state: Job.State) {
    active += (state.isActive ? 1 : 0) - (jobs[index].state.isActive ? 1 : 0)
    jobs[index].state = state
  }

  // MARK: Places

  /// Puts a job into the queue of the host of its next request.
  ///
  /// - Returns: the reason why it must end because its host is abandoned; `nil` otherwise.
  mutating func enqueue(_ index: Int, first: Bool = false, now: Duration) -> String? {
    move(index, to: .queued)
    switch frontier.push(index, to: jobs[index].host, first: first, now: now) {
    case .queued: return nil
    case .parked:
      move(index, to: .parked)
      return nil
    case .rejected(let reason): return reason
    }
  }

  /// Puts a job first into the queue of the host that its redirects lead to.
  mutating func enqueueRedirected(_ index: Int, now: Duration) -> String? {
    frontier.remove(from: jobs[index].host)
    jobs[index].host = frontier.add(jobs[index].chain.address)
    return enqueue(index, first: true, now: now)
  }

  /// Lets a job wait until a time; `nil` for another job's soft-404 probe.
  mutating func wait(_ index: Int, until time: Duration?) {
    move(index, to: .waiting)
    if let time { frontier.wait(index, until: time) }
  }

  mutating func postpone(_ index: Int) {
    move(index, to: .postponed)
    postponed.append(index)
  }

  mutating func finish(_ index: Int, _ result: JobResult) {
    guard jobs[index].state != .finished else { return }
    results[index] = result
    finishedCount += 1
    newlyFinished.append(index)
    verdicts[result.verdict, default: 0] += 1
    move(index, to: .finished)
    frontier.remove(from: jobs[index].host)
    jobs[index].finish()
  }

  /// Takes all jobs out of the queue of a host that is abandoned.
  mutating func removeAll(of host: Int) -> [Int] { frontier[host].removeAll() }

  /// Takes all jobs out of all queues.
  mutating func removeAll() {
    frontier.removeAll()
    postponed = []
  }

  // MARK: Time

  /// The next job whose wait is over.
  mutating func popDue(now: Duration) -> Int? {
    while let index = frontier.popDue(now: now) {
      if jobs[index].state == .waiting { return index }
    }
    return nil
  }

  /// Starts the next request that may go out, with an id.
  mutating func startNext(id: Int, now: Duration) -> Int? {
    guard let index = frontier.popReady(now: now) else { return nil }
    jobs[index].start(id: id, now: now)
    return index
  }

  /// Begins what is left for the end of the run: probes of silent hosts, then the second pass, after a wait.
  ///
  /// - Returns: whether there was anything.
  mutating func beginNextPhase(now: Duration, wait: Duration) -> Bool {
    let probes = frontier.beginProbes(now: now) { [jobs] in jobs[$0].attempts == 0 }
    for index in probes { move(index, to: .queued) }
    if !probes.isEmpty { return true }
    defer { postponed = [] }
    for index in postponed {
      jobs[index].isSecondPass = true
      self.wait(index, until: now + wait)
    }
    return !postponed.isEmpty
  }

  // MARK: Outcomes

  /// Takes the outcome of a job's request for its host and domain.
  mutating func finished(_ index: Int, _ responseClass: ResponseClass, _ response: Response?, now: Duration) {
    let host = jobs[index].host
    frontier.finished(host)
    move(index, to: .queued)
    if case .timeout = responseClass {
      frontier[host].countTimeout()
    } else {
      // The host is not abandoned, or nothing is parked. Jobs that were never requested go before those that failed.
      let parked = frontier[host].reactivate()
      let new = parked.filter { jobs[$0].attempts == 0 }
      let tried = parked.filter { jobs[$0].attempts > 0 }
      for job in new + tried { _ = enqueue(job, now: now) }
    }
    guard let response else { return }
    frontier.answered(
      host, response, isThrottled: responseClass == .throttled, startedAt: jobs[index].startedAt, now: now)
  }

  /// Takes a time-out for the circuit breaker of the job's host, and parks the jobs that it stops.
  mutating func timedOut(_ index: Int, _ reason: String, counts: Bool) -> CircuitBreaker.TimeoutEffect {
    let host = jobs[index].host
    jobs[index].failed(reason, status: nil)
    let effect = frontier[host].timedOut(reason, counts: counts)
    guard effect == .waitForProbe else { return effect }
    let mayWait = frontier[host].settings.retries > 0
    if mayWait {
      frontier[host].park(index)
      move(index, to: .parked)
    }
    for waiting in frontier[host].suspend() { move(waiting, to: .parked) }
    return mayWait ? .waitForProbe : .fail(reason)
  }
  /// Slows down for a throttled answer.
  ///
  /// - Returns: the reason why the job ends; `nil` where it may try again.
  mutating func throttled(_ index: Int, _ response: Response, now: Duration) -> String? {
    jobs[index].throttles += 1
    return frontier.throttled(
      jobs[index].host, response, count: jobs[index].throttles, startedAt: jobs[index].startedAt, now: now)
  }

  /// Slows down for a throttled answer to a soft-404 probe.
  mutating func throttledProbe(_ index: Int, _ response: Response, now: Duration) {
    frontier.throttledProbe(jobs[index].host, response, now: now)
  }

  /// Gives the host of a request that finished its next turn.
  mutating func reschedule(_ host: Int, now: Duration) {
    frontier.reschedule(host, now: now)
  }
}
