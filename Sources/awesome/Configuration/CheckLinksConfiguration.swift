import LinkChecking

/// What a configuration says about link checking.
///
/// There is no key for what would let a stranger's file reach private addresses, send secrets, or turn a dead link green: that is
/// for the command line and the environment.
struct CheckLinksConfiguration: Sendable {
  /// Patterns of URLs that are not asked.
  var exclude: [String] = []
  /// Patterns of the only URLs that are asked; all when there are none.
  var include: [String] = []
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
  /// Settings for some hosts, the later over the earlier.
  var hosts: [HostOverride] = []

  init() {}

  init(_ field: YAMLField) throws(ConfigurationError) {
    let fields = try field.fields([
      "exclude", "include", "timeout", "retries", "per-host", "max-in-flight", "max-wait", "deadline", "user-agent",
      "hosts",
    ])
    exclude = try fields["exclude"]?.strings() ?? []
    include = try fields["include"]?.strings() ?? []
    timeout = try fields["timeout"]?.integer(in: LinkLimits.timeout)
    retries = try fields["retries"]?.integer(in: LinkLimits.retries)
    perHost = try fields["per-host"]?.integer(in: LinkLimits.perHost)
    maxInFlight = try fields["max-in-flight"]?.integer(in: LinkLimits.maxInFlight)
    maxWait = try fields["max-wait"]?.integer(in: LinkLimits.maxWait)
    deadline = try fields["deadline"]?.integer(in: LinkLimits.deadline)
    userAgent = try fields["user-agent"]?.userAgent()
    for (key, value) in try fields["hosts"]?.entries() ?? [] {
      guard let pattern = HostPattern(key) else {
        throw value.error("`\(key)` is no host; `example.org` is one, and `*.example.org` stands for all below")
      }
      hosts.append(try HostOverride(pattern: pattern, value))
    }
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
    options.overrides += hosts
  }
}
