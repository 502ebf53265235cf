public import HTTP

/// Which URL is asked when: a pure state machine, with the clock as an argument.
///
/// The driver calls `next(now:)` and sends what it returns, reports each outcome with `finished(_:_:now:)`, and calls `next(now:)`
/// again after that, or when `wakeUp` has come, until `isDone`. Times are measured from the start of the run and never go back.
///
/// Targets of a host stand in one queue; hosts take turns within their registrable domain, and domains with each other, as many at
/// a time as the slots allow. What waits (a retry, a host that asked for a pause) stands in no queue and holds no slot.
public struct Scheduler {
  enum Event {
    case job(Int)
    case host(Int)
  }

  let options: SchedulerOptions
  /// What is asked first, and what is wanted there; of targets that are not among them, nothing is.
  let targets: [WebAddress]
  let expectations: [Expectation]
  let backoff: Backoff
  var jobs: [Job] = []
  var hosts: [HostQueue] = []
  var domains: [DomainLoad] = []
  private var hostIndices: [String: Int] = [:]
  private var domainIndices: [String: Int] = [:]
  /// The domains that have a ready target and room for a request.
  var turns = Turns()
  /// The time to the first byte of all answers, smoothed.
  var latency: Duration = .zero
  var timers = TimerHeap<Event>()
  var postponed: [Int] = []
  /// Targets that are queued, waiting or in flight: those that will go on by themselves.
  var active = 0
  var lastRequest = 0
  /// Whether what fails in passing may be tried again; false while there seems to be no network.
  public var retriesAreUseful = true

  /// For each target its conclusion; `nil` while there is none.
  public internal(set) var conclusions: [Conclusion?]
  /// The number of targets with a conclusion.
  public internal(set) var concluded = 0
  /// The number of requests that are out.
  public internal(set) var inFlight = 0
  /// Whether the deadline ended the run.
  public private(set) var metDeadline = false

  /// - Parameters:
  ///   - targets: different addresses; their fragments play no part.
  ///   - expectations: for each target, as far as there are any.
  public init(targets: [WebAddress], expectations: [Expectation] = [], options: SchedulerOptions) {
    self.options = options
    self.targets = targets
    self.expectations = expectations
    backoff = Backoff(base: max(options.backoff, .zero), seed: options.seed)
    conclusions = Array(repeating: nil, count: targets.count)
    jobs.reserveCapacity(targets.count)
    for (index, target) in targets.enumerated() {
      let address = target.with(fragment: nil)
      jobs.append(Job(address: address, host: host(of: address)))
      domains[hosts[jobs[index].host].domain].remaining += 1
    }
    for index in jobs.indices {
      let address = jobs[index].address
      if let literal = address.ipAddress, !options.policy.permits(literal) {
        conclude(index, .refused, TransportError.addressRefused(literal).description)
      } else {
        active += 1
        enqueue(index, now: .zero)
      }
    }
  }

  /// Whether every target has a conclusion.
  public var isDone: Bool { concluded == jobs.count }

  /// When `next(now:)` has something to do though no request finished; `nil` for never.
  public var wakeUp: Duration? {
    guard !isDone else { return nil }
    guard let deadline = options.deadline else { return timers.first }
    return timers.first.map { min($0, deadline) } ?? deadline
  }

  /// The requests to send now.
  public mutating func next(now: Duration) -> [Request] {
    if !isDone, let deadline = options.deadline, now >= deadline {
      metDeadline = true
      stop(reason: "the deadline came first")
    }
    fireTimers(now: now)
    var requests = startReady(now: now)
    while requests.isEmpty, active == 0, !isDone {
      guard beginNextPhase(now: now) else {
        // There is always a next phase; were there none, a run must still end.
        stop(reason: "it was never its turn")
        break
      }
      fireTimers(now: now)
      requests = startReady(now: now)
    }
    return requests
  }

  /// Gives up what is not concluded: it becomes `unchecked`, or keeps the failure of its last try.
  ///
  /// Outcomes of requests that are still out are ignored from then on.
  public mutating func stop(reason: String) {
    for index in jobs.indices where jobs[index].state != .concluded {
      if jobs[index].doubt != nil {
        giveUpControl(index)
      } else if let failure = jobs[index].failure, jobs[index].state == .postponed {
        conclude(index, .transient, failure.reason, status: failure.status)
      } else {
        conclude(index, .unchecked, reason)
      }
    }
    active = 0
    inFlight = 0
    turns = Turns()
    timers = TimerHeap()
    postponed = []
  }

  /// What each host was asked, by name.
  public var statistics: [HostStatistics] {
    hosts.map(\.statistics).filter { $0.requests > 0 }.sorted { $0.host < $1.host }
  }

  /// The index of the queue of an address's host.
  mutating func host(of address: WebAddress) -> Int {
    if let index = hostIndices[address.host] { return index }
    let name = address.ipAddress == nil ? PublicSuffixes.registrableDomain(of: address.host) : address.host
    let domain = domainIndices[name] ?? domains.count
    if domain == domains.count {
      domains.append(DomainLoad())
      domainIndices[name] = domain
    }
    let settings = options.settings(for: address.host)
    domains[domain].lower(ceiling: settings.perHost)
    hosts.append(HostQueue(name: address.host, domain: domain, settings: settings))
    hostIndices[address.host] = hosts.count - 1
    return hosts.count - 1
  }
}
