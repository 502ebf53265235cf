/// The settings that all exchanges of a transport share.
public struct CurlSettings: Hashable, Sendable {
  /// The addresses that may be connected to.
  public var policy = AddressPolicy()
  public var proxies = ProxySettings()
  /// Names that resolve wherever any name does: behind a proxy they detect a network in which only the proxy resolves names.
  public var controlNames: [String] = []
  /// Where neither a file nor a folder is set, libcurl's own choice applies.
  public var certificates = TrustedCertificates()
  /// The expected number of requests in flight, in all loops.
  public var maxInFlight = 256
  /// The longest time that an idle connection is kept: some routers drop older ones without notice.
  public var connectionAge: Duration = .seconds(118)
  /// The number of event loops, each a thread; `nil` for one per core.
  public var loops: Int?

  public init() {}
}
