import LinkChecking

/// The limits of requests from the command line or a configuration; nil where they set none.
struct PaceSettings: Hashable, Sendable {
  /// Seconds for one request.
  var timeout: Int?
  var retries: Int?
  /// Concurrent requests to one domain.
  var perHost: Int?
  /// Concurrent requests in all.
  var maxInFlight: Int?
  /// Seconds that a host may ask to wait.
  var maxWait: Int?
  /// Seconds for the whole run.
  var deadline: Int?
  var userAgent: String?

  /// The numeric limits: the name on the command line and in a configuration, the field, the range.
  static var numbers: [(name: String, field: WritableKeyPath<PaceSettings, Int?>, range: ClosedRange<Int>)] {
    [
      ("timeout", \.timeout, LinkLimits.timeout), ("retries", \.retries, LinkLimits.retries),
      ("per-host", \.perHost, LinkLimits.perHost), ("max-in-flight", \.maxInFlight, LinkLimits.maxInFlight),
      ("max-wait", \.maxWait, LinkLimits.maxWait), ("deadline", \.deadline, LinkLimits.deadline),
    ]
  }

  /// Overrides the options with the limits that are set.
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
