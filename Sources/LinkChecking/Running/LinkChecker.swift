public import HTTP

/// Checks links: plans the run, performs it and reports on every link.
public struct LinkChecker: Sendable {
  public let options: CheckOptions
  private let transport: any Transport
  private let resolver: NameResolver

  /// - Parameter resolver: for the control names; the transport's, as a rule.
  public init(options: CheckOptions, transport: any Transport, resolver: NameResolver) {
    self.options = options
    self.transport = transport
    self.resolver = resolver
  }

  /// A checker over libcurl, with the options' address policy.
  ///
  /// - Parameter isRecorded: whether the exchanges are kept for `record(of:)`.
  public init(options: CheckOptions, curl: CurlSettings = CurlSettings(), isRecorded: Bool = false) {
    let resolver = NameResolver()
    var settings = curl
    settings.policy = options.scheduler.policy
    settings.controlNames = options.controlNames
    // No process may have more descriptors than this.
    settings.maxInFlight = min(max(options.scheduler.maxInFlight, 1), 1 << 20)
    let transport = CurlTransport(settings: settings, resolver: resolver)
    self.init(
      options: options, transport: isRecorded ? ExchangeRecorder(transport) : transport, resolver: resolver)
  }

  /// The file of a run's record, for `ExchangeRecord`; `nil` where none was kept.
  public func record(of report: CheckReport) -> [UInt8]? {
    (transport as? ExchangeRecorder)?.record(of: report, startTime: options.scheduler.startTime)
  }

  /// Checks links against the recorded exchanges of an earlier run, without a network and without a wait.
  ///
  /// - Parameter conclude: called as `check` calls it, at the end of the run.
  /// - Returns: a report in which a link is `unchecked` where the record is not enough.
  public func replay(
    _ links: [LinkToCheck], _ record: ExchangeRecord, conclude: (@Sendable (CheckedLink, Bool) -> Void)? = nil
  ) -> CheckReport {
    let plan = LinkPlan(links, options: options)
    var run = ReplayRun(plan: plan, options: options, record: record)
    run.perform()
    if let conclude = plan.concluding(conclude) {
      for (index, result) in run.results.enumerated() where result.map({ $0.verdict != .unchecked }) ?? false {
        result.map { conclude(index, $0, run.resolvesNames) }
      }
    }
    return plan.report(run.results, ending: run.ending, hosts: run.statistics)
  }

  /// Checks links and reports on every one of them, in file order; the same bytes for the same answers.
  ///
  /// Cancelling the task ends the run soon; the report is complete then too, and the rest of the links is `unchecked`.
  ///
  /// - Parameters:
  ///   - links: in file order; one URL may come more than once.
  ///   - progress: called after every request, never twice at a time.
  ///   - conclude: called with each link that was requested as soon as it has its verdict, never twice at a time, and with whether names
  ///     resolve; not with those that the end of the run cuts short.
  public func check(
    _ links: [LinkToCheck], progress: (@Sendable (CheckProgress) -> Void)? = nil,
    conclude: (@Sendable (CheckedLink, Bool) -> Void)? = nil
  ) async -> CheckReport {
    let plan = LinkPlan(links, options: options)
    let (results, ending, hosts, resolvesNames) = await run(plan, progress, conclude)
    var report = plan.report(results, ending: ending, hosts: hosts)
    report.resolvesNames = resolvesNames
    return report
  }

  /// Runs a plan. The jobs of the run are freed before its report is made.
  private func run(
    _ plan: LinkPlan, _ progress: (@Sendable (CheckProgress) -> Void)?,
    _ conclude: (@Sendable (CheckedLink, Bool) -> Void)?
  ) async -> (results: [JobResult?], ending: RunEnding, hosts: [HostStatistics], resolvesNames: Bool) {
    var run = CheckRun(plan: plan, options: options, transport: transport, resolver: resolver)
    await run.perform(progress: progress, conclude: plan.concluding(conclude))
    return (run.results, run.ending, run.statistics, run.resolvesNames)
  }

  /// The URLs that a run would request, in file order, without credentials, fragments and the addresses that are refused.
  public func plan(_ links: [LinkToCheck]) -> [String] {
    let policy = options.scheduler.policy
    return LinkPlan(links, options: options).targets.filter { $0.ipAddress.map(policy.permits) ?? true }.map(\.url)
  }
}

/// The options of a run.
public struct CheckOptions: Hashable, Sendable {
  public var scheduler = SchedulerOptions()
  public var selection = LinkSelection()
  /// Whether no request goes out.
  public var isOffline = false
  /// Names that resolve wherever there is a network, of operators that are independent of each other.
  public var controlNames = ["example.com", "iana.org", "wikipedia.org"]

  public init() {}
}

/// The progress of a run.
public struct CheckProgress: Hashable, Sendable {
  /// The number of URLs with a verdict.
  public let checked: Int
  /// The number of URLs to request: those that differ in more than their fragment.
  public let total: Int
  /// The number of URLs by verdict.
  public let verdicts: [Verdict: Int]
  /// The number of requests in flight.
  public let inFlight: Int
  /// The number of hosts that asked for a wait which is not over.
  public let waitingHosts: Int
  /// When the next request goes out, at the latest, if none finishes before; `nil` for an unknown time.
  public let nextRequest: Duration?
  /// The time since the start.
  public let elapsed: Duration

  public init(
    checked: Int, total: Int, verdicts: [Verdict: Int] = [:], inFlight: Int = 0, waitingHosts: Int = 0,
    nextRequest: Duration? = nil, elapsed: Duration
  ) {
    (self.checked, self.total, self.verdicts) = (checked, total, verdicts)
    (self.inFlight, self.waitingHosts, self.nextRequest) = (inFlight, waitingHosts, nextRequest)
    self.elapsed = elapsed
  }
}
