/// One HTTP request, with the limits that it must keep.
public struct Request: Sendable {
  /// The request method.
  public enum Method: String, Hashable, Sendable {
    case get = "GET"
    case head = "HEAD"
  }

  /// Unique within a run.
  public let id: Int
  /// The index of its target in the run.
  public let target: Int
  public var address: WebAddress
  public var method: Method = .get
  /// Whether it is a soft-404 probe: its path cannot exist, and the host's answer is used for comparison.
  public var isProbe = false
  /// Whether HTTP/2 is not offered, because it failed before.
  public var onlyHTTP1 = false
  /// Whether it must have a new connection, because an existing one led to another server (421).
  public var onNewConnection = false
  /// Whether encoded bodies are offered and decoded; not where the encoding's name is unknown, which browsers ignore.
  public var decodesBody = true
  /// Header fields for this host only, besides those of every request.
  public var headers: [HeaderField] = []
  public var userAgent: String
  public var tls = TLSPolicy()
  /// The cookies of this chain of redirects, in the transport's own notation.
  public var cookies: [String] = []
  /// The time for the whole exchange, name resolution included.
  public var timeout: Duration
  /// The part of it for resolving the name, and again for connecting.
  public var connectTimeout: Duration
  /// The number of body bytes to keep, after decoding.
  public var bodyLimit: Int
  /// Makes the reader of the answer's body; `nil` to keep its first bytes only.
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

/// The requirements on TLS connections.
public struct TLSPolicy: Hashable, Sendable {
  /// A protocol version.
  public enum Version: String, CaseIterable, Hashable, Sendable {
    case tls10 = "1.0"
    case tls11 = "1.1"
    case tls12 = "1.2"
    case tls13 = "1.3"
  }

  /// Whether the certificate and its host name are verified.
  public var isVerified = true
  /// The oldest accepted version; `nil` for the oldest that the system's library offers.
  public var minimum: Version?

  public init() {}
}
