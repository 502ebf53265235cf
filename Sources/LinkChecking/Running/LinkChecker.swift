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
  public init(options: CheckOptions, curl: CurlSettings = CurlSettings()) {
    let resolver = NameResolver()
    var settings = curl
    settings.policy = options.scheduler.policy
    self.init(options: options, transport: CurlTransport(settings: settings, resolver: resolver), resolver: resolver)
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
    return plan.report(run.conclusions, ending: run.ending, hosts: run.statistics)
  }

  /// The URLs that a run would ask for, in file order, credentials and fragments left out.
  public func plan(_ links: [LinkToCheck]) -> [String] {
    LinkPlan(links, options: options).targets.map(\.url)
  }
}
