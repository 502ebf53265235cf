public import HTTP

/// How hosts are asked, with defaults that their operators would find polite.
public struct HostSettings: Hashable, Sendable {
  /// The time for one exchange.
  public var timeout: Duration = .seconds(20)
  /// The part of it for resolving the name, and again for connecting.
  public var connectTimeout: Duration = .seconds(10)
  /// How often a link that failed in passing is tried again, the second pass at the end aside.
  public var retries = 2
  /// The largest number of requests in flight at one registrable domain; it starts at two and grows with the answers.
  public var perHost = 8
  public var method: Request.Method = .get
  public var userAgent = "awesome-link-checker/1.0"
  public var tls = TLSPolicy()
  /// Statuses that are `ok`, whatever they would be otherwise; pages with a status that is fine anyway are judged all the same.
  public var accepted = StatusSet()
  /// The time between two requests, where the user wants one.
  public var interval: Duration = .zero

  public init() {}
}
