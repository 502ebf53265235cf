/// Why no answer came.
public enum TransportError: Error, Hashable, Sendable {
  /// The name does not exist.
  case nameNotFound
  /// The resolver failed, or had no answer in time: the name may exist.
  case resolverFailed
  /// The policy forbids the address that the host has.
  case addressRefused(IPAddress)
  /// Nobody listens there.
  case connectionRefused
  /// The network knows no way there.
  case unreachable
  /// No connection came about in time.
  case connectTimeout
  /// The connection stood, but the answer did not come in time.
  case answerTimeout
  /// The connection ended before an answer came.
  case connectionReset
  /// TLS failed: a certificate, a name, a version. The phrase says what.
  case tls(String)
  /// What came is not HTTP. The phrase says what is wrong.
  case protocolViolation(String)
  /// HTTP/2 failed where HTTP/1.1 may work.
  case http2Failed
  /// The answer's header is longer than any honest one.
  case headerTooLong
  /// The proxy failed.
  case proxyFailed
  /// The exchange was given up on our side.
  case cancelled
  /// The record that is replayed has no such exchange.
  case notRecorded
  /// The transport itself failed. The phrase says how.
  case internalError(String)

  /// Whether the exchange got as far as a connection, which proves that there is a network.
  public var provesConnection: Bool {
    switch self {
    case .answerTimeout, .connectionReset, .tls, .protocolViolation, .http2Failed, .headerTooLong: true
    default: false
    }
  }
}

extension TransportError: CustomStringConvertible {
  /// A phrase without a full stop.
  public var description: String {
    switch self {
    case .nameNotFound: "the host name does not exist"
    case .resolverFailed: "the host name could not be resolved"
    case .addressRefused(let address): "the host's address \(address) is not public"
    case .connectionRefused: "the connection was refused"
    case .unreachable: "the host cannot be reached"
    case .connectTimeout: "no connection in time"
    case .answerTimeout: "no answer in time"
    case .connectionReset: "the connection was reset or closed without an answer"
    case .tls(let detail): "TLS failed: \(detail)"
    case .protocolViolation(let detail): "not HTTP: \(detail)"
    case .http2Failed: "HTTP/2 failed"
    case .headerTooLong: "the answer's header is too long"
    case .proxyFailed: "the proxy failed"
    case .cancelled: "given up"
    case .notRecorded: "the record has no answer to it"
    case .internalError(let detail): "internal error: \(detail)"
    }
  }
}
