/// What is asked of TLS connections.
public struct TLSPolicy: Hashable, Sendable {
  /// A version of the protocol.
  public enum Version: String, CaseIterable, Hashable, Sendable {
    case tls10 = "1.0"
    case tls11 = "1.1"
    case tls12 = "1.2"
    case tls13 = "1.3"
  }

  /// Whether the certificate and its name are verified.
  public var isVerified = true
  /// The oldest version that will do; `nil` for the oldest that the system's library offers.
  public var minimum: Version?

  public init() {}
}
