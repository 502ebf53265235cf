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

  init(plan: LinkPlan, options: CheckOptions, transport: any Transport, resolver: NameResolver) {
    scheduler = Scheduler(targets: plan.targets, expectations: plan.expectations, options: options.scheduler)
    self.options = options
    self.transport = transport
    self.resolver = resolver
    start = clock.now
  }

  var results: [JobResult?] { scheduler.results }
  var statistics: [HostStatistics] { scheduler.statistics }

  private var now: Duration { clock.now - start }

  mutating func perform(progress: (@Sendable (CheckProgress) -> Void)?) async {
    if options.isOffline { scheduler.stop(reason: "the run is offline") }
    let events = events
    await withTaskCancellationHandler {
      await withDiscardingTaskGroup { group in
        await ask(in: &group, progress)
        group.cancelAll()
      }
    } onCancel: {
      events.put(.interruption)
    }
    // What is still out is of no use to anybody.
    cancellation.cancel()
    if scheduler.metDeadline { ending = .deadline }
    await judgeNetwork()
  }

  private mutating func ask(
    in group: inout DiscardingTaskGroup, _ progress: (@Sendable (CheckProgress) -> Void)?
  ) async {
    while !scheduler.isDone {
      if Task.isCancelled {
        end(.interrupted, "the run was interrupted")
        break
      }
      startRequests()
      guard !scheduler.isDone else { break }
      setTimer(in: &group)
      let arrived = await events.takeAll()
      // What a cancelled request came to says nothing about its link.
      if Task.isCancelled { continue }
      for event in arrived where !scheduler.isDone {
        handle(event, in: &group)
        progress?(
          CheckProgress(
            judged: scheduler.finishedCount, total: scheduler.results.count, inFlight: scheduler.inFlight, elapsed: now)
        )
      }
    }
  }

  private mutating func startRequests() {
    let events = events
    for request in scheduler.next(now: now) {
      transport.send(request, under: cancellation) { events.put(.finished(request, $0)) }
    }
  }

  private mutating func setTimer(in group: inout DiscardingTaskGroup) {
    guard let time = scheduler.wakeUp, timer.map({ time < $0 }) ?? true else { return }
    timer = time
    let (clock, start, events) = (clock, start, events)
    group.addTask {
      // Cancelled or not, the driver only looks at the clock again.
      try? await clock.sleep(until: start + time)
      events.put(.timer(time))
    }
  }

  private mutating func handle(_ event: Event, in group: inout DiscardingTaskGroup) {
    switch event {
    case .timer(let time):
      if timer == time { timer = nil }
    case .finished(let request, let outcome):
      if network.note(outcome) { askControlNames(in: &group) }
      scheduler.retriesAreUseful = !network.isDown
      scheduler.finished(request, outcome, now: now)
      if network.isCertain { end(.noNetwork, "there is no network") }
    case .control(let resolves):
      network.controlResolves = resolves
      scheduler.retriesAreUseful = !network.isDown
    case .interruption: break
    }
  }

  private func askControlNames(in group: inout DiscardingTaskGroup) {
    let (resolver, names, timeout) = (resolver, options.controlNames, options.scheduler.host.connectTimeout)
    let events = events
    group.addTask { events.put(.control(resolves: await resolver.resolvesAny(of: names, timeout: timeout))) }
  }

  private mutating func end(_ ending: RunEnding, _ reason: String) {
    self.ending = ending
    scheduler.stop(reason: reason)
  }

  /// Says that there is no network where not one connection succeeded and no control name resolves.
  private mutating func judgeNetwork() async {
    guard ending != .interrupted, network.hasFailedOnly else { return }
    if network.controlResolves == nil {
      // The time is up.
      guard ending != .deadline else { return }
      let timeout = options.scheduler.host.connectTimeout
      network.controlResolves = await resolver.resolvesAny(of: options.controlNames, timeout: timeout)
    }
    if network.isDown { ending = .noNetwork }
  }
}
