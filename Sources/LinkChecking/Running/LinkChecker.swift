public import HTTP

/// Asks for links and judges what comes.
public struct LinkChecker: Sendable {
  public let options: CheckOptions
  private let transport: any Transport
  private let resolver: NameResolver

  /// - Parameter resolver: what tells whether the control names resolve; the transport's own, as a rule.
  public init(options: CheckOptions, transport: any Transport, resolver: NameResolver) {
    self.options = options
    self.transport = transport
    self.resolver = resolver
  }

  /// A checker that asks by libcurl, keeping to the options' address policy.
  ///
  /// - Parameter isRecorded: whether what is exchanged is kept for `record(of:)`.
  public init(options: CheckOptions, curl: CurlSettings = CurlSettings(), isRecorded: Bool = false) {
    let resolver = NameResolver()
    var settings = curl
    settings.policy = options.scheduler.policy
    settings.controlNames = options.controlNames
    // More descriptors than this no process may have.
    settings.maxInFlight = min(max(options.scheduler.maxInFlight, 1), 1 << 20)
    let transport = CurlTransport(settings: settings, resolver: resolver)
    self.init(
      options: options, transport: isRecorded ? ExchangeRecorder(transport) : transport, resolver: resolver)
  }

  /// The file of a run's record, as `ExchangeRecord` reads it; `nil` where none was kept.
  public func record(of report: CheckReport) -> [UInt8]? {
    (transport as? ExchangeRecorder)?.record(of: report, startTime: options.scheduler.startTime)
  }

  /// Judges again what an earlier run was answered; nobody is asked, and no time is spent waiting.
  ///
  /// - Returns: a report in which a link is `unchecked` where the record does not say enough.
  public func replay(_ links: [LinkToCheck], _ record: ExchangeRecord) -> CheckReport {
    let plan = LinkPlan(links, options: options)
    var run = ReplayRun(plan: plan, options: options, record: record)
    run.perform()
    return plan.report(run.results, ending: run.ending, hosts: run.statistics)
  }

  /// Checks links and reports on every one of them, in file order; the same bytes for the same answers.
  ///
  /// Cancelling the task ends the run soon: the report is complete then too, and what was not judged is `unchecked`.
  ///
  /// - Parameters:
  ///   - links: in file order; one URL may come more than once.
  ///   - progress: called after every request, never twice at a time.
  public func check(
    _ links: [LinkToCheck], progress: (@Sendable (CheckProgress) -> Void)? = nil
  ) async -> CheckReport {
    let plan = LinkPlan(links, options: options)
    var run = CheckRun(plan: plan, options: options, transport: transport, resolver: resolver)
    await run.perform(progress: progress)
    return plan.report(run.results, ending: run.ending, hosts: run.statistics)
  }

  /// The URLs that a run would ask for, in file order, credentials and fragments left out; those of addresses that are refused are not
  /// among them.
  public func plan(_ links: [LinkToCheck]) -> [String] {
    let policy = options.scheduler.policy
    return LinkPlan(links, options: options).targets.filter { $0.ipAddress.map(policy.permits) ?? true }.map(\.url)
  }
}
