internal import HTTP

/// One run: it drives the scheduler with real time and a transport.
struct CheckRun {
  private enum Event: Sendable {
    case finished(Request, Outcome)
    case timer(Duration)
    case control(resolves: Bool)
    case interruption
  }

  private var scheduler: Scheduler
  private let options: CheckOptions
  private let transport: any Transport
  private let resolver: NameResolver
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let events = Channel<Event>()
  private let cancellation = Cancellation()
  private var network = Connectivity()
  /// The next time for which a timer is set.
  private var timer: Duration?
  private(set) var ending = RunEnding.complete
  /// The waits that hosts asked for, as of a short time ago.
  private var pauses: (hosts: Int, end: Duration?) = (0, nil)
  private var pausesExpire: Duration = .zero

  init(plan: LinkPlan, options: CheckOptions, transport: any Transport, resolver: NameResolver) {
    scheduler = Scheduler(targets: plan.targets, expectations: plan.expectations, options: options.scheduler)
    self.options = options
    self.transport = transport
    self.resolver = resolver
    start = clock.now
  }

  var results: [JobResult?] { scheduler.results }
  /// False where a name did not resolve, and no control name did either.
  var resolvesNames: Bool { !network.lacksNames }
  var statistics: [HostStatistics] { scheduler.statistics }

  private var now: Duration { clock.now - start }

  /// - Parameter conclude: called with each target that gets its result, and whether names resolve; never twice at a time.
  mutating func perform(
    progress: (@Sendable (CheckProgress) -> Void)?, conclude: (@Sendable (Int, JobResult, Bool) -> Void)? = nil
  ) async {
    if options.isOffline { scheduler.stop(reason: "the run is offline") }
    let events = events
    await withTaskCancellationHandler {
      await withDiscardingTaskGroup { group in
        await drive(in: &group, progress, conclude)
        group.cancelAll()
      }
    } onCancel: {
      events.send(.interruption)
    }
    // Requests that are still in flight are of no use.
    cancellation.cancel()
    if scheduler.metDeadline { ending = .deadline }
    await checkNetwork()
  }

  private mutating func drive(
    in group: inout DiscardingTaskGroup, _ progress: (@Sendable (CheckProgress) -> Void)?,
    _ conclude: (@Sendable (Int, JobResult, Bool) -> Void)?
  ) async {
    defer { reportConcluded(conclude) }
    while !scheduler.isDone {
      if Task.isCancelled {
        end(.interrupted, "the run was interrupted")
        break
      }
      sendRequests()
      guard !scheduler.isDone else { break }
      setTimer(in: &group)
      let received = await events.receiveAll()
      // The outcome of a cancelled request is no evidence about its link.
      if Task.isCancelled { continue }
      for event in received where !scheduler.isDone {
        handle(event, in: &group)
        if let progress { progress(progressSoFar()) }
      }
      reportConcluded(conclude)
    }
  }

  private mutating func reportConcluded(_ conclude: (@Sendable (Int, JobResult, Bool) -> Void)?) {
    guard !options.isOffline, let conclude else { return }
    for index in scheduler.takeConcluded() {
      if let result = scheduler.results[index] { conclude(index, result, resolvesNames) }
    }
  }

  private mutating func progressSoFar() -> CheckProgress {
    let now = now
    // There may be thousands of hosts and of outcomes a second; where nothing is in flight, this may be the last for long.
    if now >= pausesExpire || scheduler.inFlight == 0 {
      pauses = scheduler.pauses(now: now)
      pausesExpire = now + .milliseconds(100)
    }
    return CheckProgress(
      checked: scheduler.finishedCount, total: scheduler.results.count, verdicts: scheduler.verdicts,
      inFlight: scheduler.inFlight, waitingHosts: pauses.hosts,
      nextRequest: pauses.end ?? (scheduler.inFlight == 0 ? scheduler.wakeUp : nil), elapsed: now)
  }

  private mutating func sendRequests() {
    let events = events
    for request in scheduler.next(now: now) {
      transport.send(request, under: cancellation) { events.send(.finished(request, $0)) }
    }
  }

  private mutating func setTimer(in group: inout DiscardingTaskGroup) {
    guard let time = scheduler.wakeUp, timer.map({ time < $0 }) ?? true else { return }
    timer = time
    let (clock, start, events) = (clock, start, events)
    group.addTask {
      // Cancelled or not, the driver only looks at the clock again.
      try? await clock.sleep(until: start + time)
      events.send(.timer(time))
    }
  }

  private mutating func handle(_ event: Event, in group: inout DiscardingTaskGroup) {
    switch event {
    case .timer(let time):
      if timer == time { timer = nil }
    case .finished(let request, let outcome):
      if network.record(outcome, of: request) { resolveControlNames(in: &group) }
      scheduler.retriesAreUseful = !network.isDown
      scheduler.finished(request, outcome, now: now)
      if network.isCertainlyDown { end(.noNetwork, "there is no network") }
    case .control(let resolves):
      network.controlResolves = resolves
      scheduler.retriesAreUseful = !network.isDown
    case .interruption: break
    }
  }

  private func resolveControlNames(in group: inout DiscardingTaskGroup) {
    let (resolver, names, timeout) = (resolver, options.controlNames, options.scheduler.host.connectTimeout)
    let events = events
    group.addTask { events.send(.control(resolves: await resolver.resolvesAny(of: names, timeout: timeout))) }
  }

  private mutating func end(_ ending: RunEnding, _ reason: String) {
    self.ending = ending
    scheduler.stop(reason: reason)
  }

  /// Ends the run as one without a network where the connections that succeeded are no evidence of one, and no control name resolves.
  private mutating func checkNetwork() async {
    guard ending != .interrupted, network.needsControl else { return }
    if network.controlResolves == nil {
      // After the deadline there is no time to find out.
      guard ending != .deadline else { return }
      let timeout = options.scheduler.host.connectTimeout
      network.controlResolves = await resolver.resolvesAny(of: options.controlNames, timeout: timeout)
    }
    if network.isDown { ending = .noNetwork }
  }
}
