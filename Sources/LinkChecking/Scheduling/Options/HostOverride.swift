public import HTTP

/// Settings for the hosts that a pattern matches; what is `nil` stays as it is.
public struct HostOverride: Hashable, Sendable {
  public var pattern: HostPattern
  public var timeout: Duration?
  public var connectTimeout: Duration?
  public var retries: Int?
  public var perHost: Int?
  public var method: Request.Method?
  public var userAgent: String?
  /// Whether certificates are verified.
  public var isVerified: Bool?
  public var minimumTLS: TLSPolicy.Version?
  public var accepted: StatusSet?
  public var interval: Duration?

  public init(pattern: HostPattern) {
    self.pattern = pattern
  }

  func apply(to settings: inout HostSettings) {
    if let timeout {
      settings.timeout = timeout
      settings.connectTimeout = min(settings.connectTimeout, timeout)
    }
    if let connectTimeout { settings.connectTimeout = connectTimeout }
    if let retries { settings.retries = retries }
    if let perHost { settings.perHost = perHost }
    if let method { settings.method = method }
    if let userAgent { settings.userAgent = userAgent }
    if let isVerified { settings.tls.isVerified = isVerified }
    if let minimumTLS { settings.tls.minimum = minimumTLS }
    if let accepted { settings.accepted = accepted }
    if let interval { settings.interval = interval }
  }
}
