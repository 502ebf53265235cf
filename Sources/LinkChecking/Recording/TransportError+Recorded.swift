internal import HTTP

extension TransportError {
  /// The error as a record names it, with what differs from case to case.
  var recorded: (name: String, detail: String?) {
    switch self {
    case .addressRefused(let address): ("address-refused", address.description)
    case .tls(let detail): ("tls", detail)
    case .protocolViolation(let detail): ("protocol-violation", detail)
    case .internalError(let detail): ("internal-error", detail)
    default: (Self.plain.first { $0.value == self }?.key ?? "internal-error", nil)
    }
  }

  /// Reads what a record says; `nil` for a name that no error has.
  init?(recorded name: String, detail: String?) {
    let detail = detail ?? ""
    switch name {
    case "address-refused":
      guard let address = IPAddress(detail) else { return nil }
      self = .addressRefused(address)
    case "tls": self = .tls(detail)
    case "protocol-violation": self = .protocolViolation(detail)
    case "internal-error": self = .internalError(detail)
    default:
      guard let error = Self.plain[name] else { return nil }
      self = error
    }
  }

  private static let plain: [String: TransportError] = [
    "name-not-found": .nameNotFound, "resolver-failed": .resolverFailed, "connection-refused": .connectionRefused,
    "unreachable": .unreachable, "connect-timeout": .connectTimeout, "answer-timeout": .answerTimeout,
    "connection-reset": .connectionReset, "http2-failed": .http2Failed, "header-too-long": .headerTooLong,
    "proxy-failed": .proxyFailed, "cancelled": .cancelled,
  ]
}
