public import HTTP
public import Source

/// The limits of a run.
public struct SchedulerOptions: Hashable, Sendable {
  /// For every host without an override.
  public var host = HostSettings()
  /// Applied in order, the later over the earlier.
  public var overrides: [HostOverride] = []
  /// Header fields for single origins; they go nowhere else, nor to the same host without TLS.
  public var headers: [Origin: [HeaderField]] = [:]
  public var policy = AddressPolicy()
  /// The largest number of requests in flight.
  public var maxInFlight = 256
  /// Patterns of URLs to which no redirect is followed.
  public var excluded: [Glob] = []
  /// Whether pages without encryption are compared with what their host has at the same address with it.
  public var comparesHTTPS = false
  /// The largest number of redirects of one link.
  public var maxRedirects = 10
  /// The longest wait that a host may require.
  public var maxWait: Duration = .seconds(60)
  /// The time after which no request goes out; `nil` for none.
  public var deadline: Duration?
  /// The wait before the first retry; it doubles with every further one.
  public var backoff: Duration = .seconds(1)
  /// The wait before the second pass over transient failures at the end of the run; `nil` for no second pass.
  public var secondPass: Duration? = .seconds(5)
  /// The number of time-outs of a host in a row after which its links wait for a probe at the end.
  ///
  /// The probe is one more: by default a host is silent once three of its links timed out.
  public var timeoutsBeforeProbe = 2
  /// The number of times in a row that a host may throttle before it is abandoned.
  public var maxThrottles = 4
  /// The seed of the jitter in the waits.
  public var seed: UInt64 = 0
  /// The number of body bytes to keep.
  public var bodyLimit = 64 * 1024
  /// The start of the run in seconds since 1970, for `Retry-After` dates where the answer has no `Date`.
  public var startTime: Int?

  public init() {}

  /// The settings for a host, in lower case.
  public func settings(for host: String) -> HostSettings {
    var settings = self.host
    for override in overrides where override.pattern.matches(host) { override.apply(to: &settings) }
    return settings
  }

  /// A time of the run in seconds since 1970; `nil` where the start is unknown.
  func clock(at now: Duration) -> Int? {
    startTime.map { $0 &+ Int(now.components.seconds) }
  }

  /// - Parameter salt: the number of the host or job that waits.
  func backoff(salt: Int) -> Backoff {
    Backoff(base: max(backoff, .zero), seed: seed, salt: salt)
  }
}
