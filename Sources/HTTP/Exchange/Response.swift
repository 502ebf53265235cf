/// A server's answer to a request.
public struct Response: Hashable, Sendable {
  /// How the body ended.
  public enum BodyEnd: String, Hashable, Sendable {
    /// It was read to its end.
    case complete
    /// It is longer than the bytes that are kept and read.
    case capped
    /// The connection ended, or time ran out, before the body did.
    case cut
    /// Its encoding is unknown or damaged.
    case undecodable
  }

  public var status: Int
  public var headers: [HeaderField] = []
  /// The first bytes of the body, decoded; at most the request's `bodyLimit`.
  public var body: [UInt8] = []
  public var bodyEnd: BodyEnd = .complete
  /// What the request's `BodyReader` found in the body; `nil` without a reader.
  public var content: BodyContent?
  /// The chain's cookies after this answer, in the transport's own notation.
  public var cookies: [String] = []
  /// The time from the start of the exchange to the first byte of the answer.
  public var latency: Duration = .zero

  public init(status: Int, headers: [HeaderField] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
