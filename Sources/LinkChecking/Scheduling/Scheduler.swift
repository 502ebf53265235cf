internal import HTTP

/// The scheduler: a pure state machine that decides which request goes out when, with the clock as an argument.
///
/// The driver calls `next(now:)` and sends what it returns, reports each outcome with `finished(_:_:now:)`, and calls `next(now:)`
/// again after that or at `wakeUp`, until `isDone`. Times are measured from the start of the run and never go back.
///
/// Each target is a job. A job decides what follows an outcome (`JobStep`), and the `Frontier` which job goes next.
struct Scheduler {
  private let options: SchedulerOptions
  private let targets: [WebAddress]
  private let expectations: [Expectation]
  private var jobs: JobTable
  /// The soft-404 probes, by host.
  private var probes: [Int: SoftNotFoundProbe] = [:]
  private var lastRequest = 0
  /// Whether transient failures may be retried; not while there seems to be no network.
  var retriesAreUseful = true
  /// Whether the deadline ended the run.
  private(set) var metDeadline = false

  /// - Parameters:
  ///   - targets: different addresses; their fragments are ignored.
  ///   - expectations: for each target, as far as there are any.
  init(targets: [WebAddress], expectations: [Expectation] = [], options: SchedulerOptions) {
    self.options = options
    self.targets = targets
    self.expectations = expectations
    jobs = JobTable(targets, options: options)
    for (index, target) in targets.enumerated() {
      if let literal = target.ipAddress, !options.policy.permits(literal) {
        finish(index, .refused, TransportError.addressRefused(literal).description)
      } else {
        enqueue(index, now: .zero)
      }
    }
  }

  /// For each target its result; `nil` where there is none yet.
  var results: [JobResult?] { jobs.results }

  /// The targets whose result is new since the last call, without those that the end of the run cut short.
  mutating func takeConcluded() -> [Int] {
    defer { jobs.newlyFinished = [] }
    return jobs.newlyFinished
  }

  /// The number of targets with a result.
  var finishedCount: Int { jobs.finishedCount }

  /// The number of targets by verdict so far.
  var verdicts: [Verdict: Int] { jobs.verdicts }

  /// The hosts with jobs that asked for a wait which is not over, and when the first may be requested again.
  func pauses(now: Duration) -> (hosts: Int, end: Duration?) { jobs.frontier.pauses(now: now) }

  /// The number of requests in flight.
  var inFlight: Int { jobs.frontier.inFlight }

  var isDone: Bool { jobs.finishedCount == targets.count }

  /// What each host was sent, by name.
  var statistics: [HostStatistics] { jobs.frontier.statistics }

  /// Whether no job is in a queue; so where the run is done.
  var isEmpty: Bool { jobs.isEmpty }

  /// Whether a request could start now, which is never so after `next(now:)`.
  func hasIdleSlot(now: Duration) -> Bool { jobs.frontier.hasIdleSlot(now: now) }

  /// When `next(now:)` has something to do though no request finished; `nil` for never.
  var wakeUp: Duration? {
    guard !isDone else { return nil }
    guard let deadline = options.deadline else { return jobs.frontier.wakeUp }
    return jobs.frontier.wakeUp.map { min($0, deadline) } ?? deadline
  }

  // MARK: Requests

  /// The requests to send now.
  mutating func next(now: Duration) -> [Request] {
    if !isDone, let deadline = options.deadline, now >= deadline {
      metDeadline = true
      stop(reason: "the deadline passed")
    }
    var requests = startReady(now: now)
    while requests.isEmpty, jobs.active == 0, !isDone {
      guard jobs.beginNextPhase(now: now, wait: max(options.secondPass ?? .zero, .zero)) else {
        // There is always a next phase; without one, a run must still end.
        stop(reason: "it was not requested")
        break
      }
      requests = startReady(now: now)
    }
    return requests
  }

  private mutating func startReady(now: Duration) -> [Request] {
    while let index = jobs.popDue(now: now) { enqueue(index, now: now) }
    var requests: [Request] = []
    while let index = jobs.startNext(id: lastRequest + 1, now: now) {
      lastRequest += 1
      requests.append(
        Request(
          id: lastRequest, target: index, job: jobs[index], settings: settings(index), options: options,
          expectation: expectation(index)))
    }
    return requests
  }

  /// Ends the run: jobs without a result become `unchecked`, or keep the failure of their last attempt.
  ///
  /// Outcomes of requests that are still in flight are ignored from then on.
  mutating func stop(reason: String) {
    let concluded = jobs.newlyFinished
    defer { jobs.newlyFinished = concluded }
    for index in jobs.indices where jobs[index].state != .finished {
      if jobs[index].suspect != nil {
        skipProbe(index)
      } else if let twin = jobs[index].twin {
        jobs.finish(index, twin.result)
      } else if let failure = jobs[index].failure, jobs[index].state == .postponed {
        finish(index, .transient, failure.reason, status: failure.status)
      } else {
        finish(index, .unchecked, reason)
      }
    }
    jobs.removeAll()
  }

  private func settings(_ index: Int) -> HostSettings { jobs.frontier[jobs[index].host].settings }

  private func expectation(_ index: Int) -> Expectation? {
    expectations.indices.contains(index) ? expectations[index] : nil
  }

  // MARK: Outcomes

  /// Takes the outcome of a request that `next(now:)` returned; one that is no longer in flight is ignored.
  mutating func finished(_ request: Request, _ outcome: Outcome, now: Duration) {
    let index = request.target
    guard jobs.indices.contains(index), jobs[index].state == .inFlight(request.id) else { return }
    let host = jobs[index].host
    let responseClass = ResponseClass(outcome, of: request, accepted: jobs.frontier[host].settings.accepted)
    var response: Response?
    if case .answered(let answer) = outcome { response = answer }
    jobs.finished(index, responseClass, response, now: now)
    if jobs[index].suspect != nil {
      if responseClass == .throttled, let response { jobs.throttledProbe(index, response, now: now) }
      settle(index, SoftNotFoundProbe.Answer(responseClass, response, at: request.address))
    } else {
      let policy = RetryPolicy(
        retries: jobs.frontier[host].settings.retries, hasSecondPass: options.secondPass != nil,
        backoff: options.backoff(salt: index),
        isUseful: retriesAreUseful)
      let step = jobs[index].step(
        after: responseClass, response, target: targets[index], expectation: expectation(index), policy: policy,
        options: options)
      perform(step, index, response, policy, now: now)
    }
    jobs.reschedule(host, now: now)
  }

  private mutating func perform(
    _ step: JobStep, _ index: Int, _ response: Response?, _ policy: RetryPolicy, now: Duration
  ) {
    switch step {
    case .finish(let result): jobs.finish(index, result)
    case .request: if let reason = jobs.enqueueRedirected(index, now: now) { abandon(index, reason) }
    case .retry(let wait): jobs.wait(index, until: now + wait)
    case .postpone: jobs.postpone(index)
    case .probe(let page): probe(index, page, now: now)
    case .throttle:
      guard let response else { return }
      let reason = jobs.throttled(index, response, now: now)
      if reason == nil, retriesAreUseful {
        // Not first: where only this page is throttled, the others must not wait for it, nor be abandoned with it.
        enqueue(index, now: now)
      } else {
        finish(index, .transient, reason ?? HTTPStatus.phrase(response.status), status: response.status)
      }
      abandonQueue(of: jobs[index].host)
    case .timeout(let reason):
      switch jobs.timedOut(index, reason, counts: retriesAreUseful) {
      case .waitForProbe: break
      case .retry:
        let step = jobs[index].retry(reason, status: nil, limit: 1, policy)
        perform(step, index, nil, policy, now: now)
      case .fail(let reason):
        finish(index, .transient, reason)
        abandonQueue(of: jobs[index].host)
      }
    }
  }

  private mutating func enqueue(_ index: Int, first: Bool = false, now: Duration) {
    if let reason = jobs.enqueue(index, first: first, now: now) { abandon(index, reason) }
  }

  private mutating func finish(_ index: Int, _ verdict: Verdict, _ reason: String?, status: Int? = nil) {
    jobs.finish(index, jobs[index].result(verdict, reason, status: status))
  }

  /// Ends all jobs in the queue of a host if it is abandoned.
  private mutating func abandonQueue(of host: Int) {
    guard let reason = jobs.frontier[host].breaker.abandonment else { return }
    for index in jobs.removeAll(of: host) { abandon(index, reason) }
  }

  private mutating func abandon(_ index: Int, _ reason: String) {
    if let twin = jobs[index].twin {
      jobs.finish(index, twin.result)
    } else if jobs[index].suspect == nil {
      finish(index, .transient, reason)
    } else {
      skipProbe(index)
    }
  }

  // MARK: Soft 404s

  /// Lets the host's soft-404 probe decide about a page.
  private mutating func probe(_ index: Int, _ page: SuspectPage, now: Duration) {
    jobs[index].suspect = page
    let (host, address) = (jobs[index].host, jobs[index].chain.address)
    switch probes[host, default: SoftNotFoundProbe()].add(index, at: address, seed: options.seed) {
    case .use(let answer): decide(index, by: answer)
    case .skip: decide(index, by: SoftNotFoundProbe.Answer())
    case .wait: jobs.wait(index, until: nil)
    case .send(let probe):
      jobs[index].suspect?.probe = probe
      enqueue(index, first: true, now: now)
    }
  }

  /// Decides about a job whose probe gets no answer.
  private mutating func skipProbe(_ index: Int) {
    if jobs[index].suspect?.probe == nil {
      decide(index, by: SoftNotFoundProbe.Answer())
    } else {
      settle(index, SoftNotFoundProbe.Answer())
    }
  }

  /// Takes the answer to a probe, for the job that sent it and those that waited.
  private mutating func settle(_ sender: Int, _ answer: SoftNotFoundProbe.Answer) {
    let waiting = probes[jobs[sender].host]?.answered(answer) ?? []
    for index in [sender] + waiting { decide(index, by: answer) }
  }

  private mutating func decide(_ index: Int, by answer: SoftNotFoundProbe.Answer) {
    guard let page = jobs[index].suspect else { return }
    let result = jobs[index].result(of: page, answer, target: targets[index])
    jobs.finish(index, result)
  }
}
