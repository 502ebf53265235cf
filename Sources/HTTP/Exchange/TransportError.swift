/// Why a request got no answer.
public enum TransportError: Error, Hashable, Sendable {
  /// The name does not exist.
  case nameNotFound
  /// The resolver failed or timed out: the name may exist.
  case resolverFailed
  /// The policy refuses the host's address.
  case addressRefused(IPAddress)
  /// No server listens on the port.
  case connectionRefused
  /// The network has no route to the host.
  case unreachable
  /// The connection timed out.
  case connectTimeout
  /// The connection was made, but the answer timed out.
  case answerTimeout
  /// The connection ended before an answer came.
  case connectionReset
  /// The connection ended in the TLS handshake.
  case handshakeClosed
  /// TLS failed for this reason.
  case tls(TLSFailure)
  /// The server sent so much without progress that the connection was closed.
  case keptBusy
  /// The answer is not HTTP, for this reason.
  case protocolViolation(String)
  /// HTTP/2 failed where HTTP/1.1 may work.
  case http2Failed
  /// The answer's header is longer than 128 KiB.
  case headerTooLong
  /// The proxy failed.
  case proxyFailed
  /// The name can be reached through a proxy only, and there is no proxy.
  case needsProxy
  /// Our side cancelled the exchange.
  case cancelled
  /// A replayed record has no such exchange.
  case notRecorded
  /// The transport failed for this reason.
  case internalError(String)

  /// Whether a connection was made, which proves that there is a network.
  public var provesConnection: Bool {
    switch self {
    case .answerTimeout, .connectionReset, .handshakeClosed, .tls, .keptBusy, .protocolViolation, .http2Failed,
      .headerTooLong:
      true
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
    case .connectTimeout: "the connection timed out"
    case .answerTimeout: "the answer timed out"
    case .connectionReset: "the connection was reset or closed without an answer"
    case .handshakeClosed: "the connection was closed in the TLS handshake"
    case .tls(let failure): "TLS failed: \(failure)"
    case .keptBusy: "the host kept the connection busy"
    case .protocolViolation(let detail): "not HTTP: \(detail)"
    case .http2Failed: "HTTP/2 failed"
    case .headerTooLong: "the answer's header is too long"
    case .proxyFailed: "the proxy failed"
    case .needsProxy: "only a proxy for its network reaches the host"
    case .cancelled: "cancelled"
    case .notRecorded: "the record has no answer for it"
    case .internalError(let detail): "internal error: \(detail)"
    }
  }
}
