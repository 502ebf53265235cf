/// What all exchanges of a transport share.
public struct CurlSettings: Hashable, Sendable {
  /// The addresses that may be connected to.
  public var policy = AddressPolicy()
  public var proxies = ProxySettings()
  /// Names that resolve wherever names do: behind a proxy they tell a network where only the proxy resolves names.
  public var controlNames: [String] = []
  /// A file of certificates (PEM) in the place of the system's.
  public var certificateFile: String?
  /// About how many requests there are at a time, in all loops.
  public var maxInFlight = 256
  /// How long a connection may be idle and be used again; behind some routers an older one is open only as far as we know.
  public var connectionAge: Duration = .seconds(118)
  /// The number of event loops, each a thread; `nil` for one per core.
  public var loops: Int?

  public init() {}
}
