public import HTTP

/// How a run is scheduled.
public struct SchedulerOptions: Hashable, Sendable {
  /// For every host that no override names.
  public var host = HostSettings()
  /// Applied in order, the later over the earlier.
  public var overrides: [HostOverride] = []
  /// Header fields for single origins: what is meant for one goes nowhere else, nor to the same host without TLS.
  public var headers: [Origin: [HeaderField]] = [:]
  public var policy = AddressPolicy()
  /// The largest number of requests in flight.
  public var maxInFlight = 256
  /// The largest number of redirects that are followed.
  public var maxRedirects = 10
  /// The longest wait that a host may ask for.
  public var maxWait: Duration = .seconds(60)
  /// The time after which nothing more is asked.
  public var deadline: Duration?
  /// The wait before the first retry; it doubles with every further one.
  public var backoff: Duration = .seconds(1)
  /// The time between the end of the run and the second pass over what failed in passing; `nil` for none.
  public var secondPass: Duration? = .seconds(5)
  /// How many links of a host that never answered may stay silent before the others wait for a probe at the end.
  ///
  /// The probe is one more: by default a host is silent once three of its links were.
  public var silencesBeforeProbe = 2
  /// How often in a row a host may ask us to slow down before it is given up.
  public var maxThrottles = 4
  /// The seed of the jitter in the waits.
  public var seed: UInt64 = 0
  /// The number of body bytes to read.
  public var bodyLimit = 64 * 1024
  /// The time at the start of the run in seconds since 1970, for `Retry-After` dates where the answer has no `Date`.
  public var startTime: Int?

  public init() {}

  /// The settings for a host, in lower case.
  public func settings(for host: String) -> HostSettings {
    var settings = self.host
    for override in overrides where override.pattern.matches(host) { override.apply(to: &settings) }
    return settings
  }

  /// The time since 1970 in seconds at a time of the run; `nil` where the start is unknown.
  func clock(at now: Duration) -> Int? {
    startTime.map { $0 &+ Int(now.components.seconds) }
  }

  /// - Parameter salt: the number of the host or job that waits.
  func backoff(salt: Int) -> Backoff {
    Backoff(base: max(backoff, .zero), seed: seed, salt: salt)
  }
}
