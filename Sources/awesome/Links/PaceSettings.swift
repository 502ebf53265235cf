import LinkChecking

/// How patiently and how fast hosts are asked, as the command line or a configuration says; what is nil is not said.
struct PaceSettings: Hashable, Sendable {
  /// Seconds for one request.
  var timeout: Int?
  var retries: Int?
  /// The most requests at a time to one domain.
  var perHost: Int?
  /// The most requests at a time.
  var maxInFlight: Int?
  /// Seconds that a host may ask to wait.
  var maxWait: Int?
  /// Seconds for the whole run.
  var deadline: Int?
  var userAgent: String?

  /// What can be said in numbers: the name on the command line and in a configuration, where it is kept, and what it may be.
  static var numbers: [(name: String, field: WritableKeyPath<PaceSettings, Int?>, range: ClosedRange<Int>)] {
    [
      ("timeout", \.timeout, LinkLimits.timeout), ("retries", \.retries, LinkLimits.retries),
      ("per-host", \.perHost, LinkLimits.perHost), ("max-in-flight", \.maxInFlight, LinkLimits.maxInFlight),
      ("max-wait", \.maxWait, LinkLimits.maxWait), ("deadline", \.deadline, LinkLimits.deadline),
    ]
  }

  /// Puts what is said over what is there.
  func apply(to options: inout SchedulerOptions) {
    if let timeout { options.host.limit(seconds: timeout) }
    if let retries { options.host.retries = retries }
    if let perHost { options.host.perHost = perHost }
    if let maxInFlight { options.maxInFlight = maxInFlight }
    if let maxWait { options.maxWait = .seconds(maxWait) }
    if let deadline { options.deadline = .seconds(deadline) }
    if let userAgent { options.host.userAgent = userAgent }
  }
}
