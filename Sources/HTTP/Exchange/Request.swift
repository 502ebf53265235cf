/// One HTTP request, with the limits that it must keep.
public struct Request: Sendable {
  /// The request method.
  public enum Method: String, Hashable, Sendable {
    case get = "GET"
    case head = "HEAD"
  }

  /// Different for every request of a run.
  public let id: Int
  /// Which target of the run it is for: an index.
  public let target: Int
  public var address: WebAddress
  public var method: Method = .get
  /// Whether it asks for what cannot exist, to see what the host shows then.
  public var isControl = false
  /// Whether HTTP/2 must not be offered, because it failed here.
  public var onlyHTTP1 = false
  /// Header fields besides those that every request has; meant for this host and no other.
  public var headers: [HeaderField] = []
  public var userAgent: String
  public var tls = TLSPolicy()
  /// The cookies of this chain of redirects, in the transport's own notation.
  public var cookies: [String] = []
  /// The time for the whole exchange, name resolution included.
  public var timeout: Duration
  /// The part of it for resolving the name, and again for connecting.
  public var connectTimeout: Duration
  /// The number of body bytes to keep, decoded.
  public var bodyLimit: Int
  /// Makes what reads the body of the answer; `nil` where only its first bytes are kept.
  public var bodyReader: BodyReader.Maker?

  public init(
    id: Int, target: Int, address: WebAddress, userAgent: String, timeout: Duration, connectTimeout: Duration,
    bodyLimit: Int
  ) {
    self.id = id
    self.target = target
    self.address = address
    self.userAgent = userAgent
    self.timeout = timeout
    self.connectTimeout = connectTimeout
    self.bodyLimit = bodyLimit
  }
}
