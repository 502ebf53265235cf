/// Why a TLS handshake failed.
public enum TLSFailure: String, Hashable, Sendable {
  case expired
  case notYetValid = "not-yet-valid"
  case selfSigned = "self-signed"
  /// The chain of certificates does not lead to a trusted one.
  case untrusted
  /// The same, where the server sends only its own certificate, which names the address of its issuer's.
  case missingIntermediate = "missing-intermediate"
  case revoked
  case otherName = "other-name"
  case weakKey = "weak-key"
  case version
  /// The server refused the handshake: most often no cipher suits both sides.
  case refused
  case legacyRenegotiation = "legacy-renegotiation"
  case unknownName = "unknown-name"
  case clientCertificate = "client-certificate"
  case serverError = "server-error"
  case notTLS = "not-tls"
  case other
}

extension TLSFailure: CustomStringConvertible {
  /// A phrase without a full stop.
  public var description: String {
    switch self {
    case .expired: "the certificate has expired"
    case .notYetValid: "the certificate is not valid yet"
    case .selfSigned: "the certificate is self-signed"
    case .untrusted: "the certificate's issuer is not trusted"
    case .missingIntermediate: "the server probably forgets its intermediate certificate, which browsers fetch"
    case .revoked: "the certificate was revoked"
    case .otherName: "the certificate is for another host name"
    case .weakKey: "the server's key or certificate is too weak"
    case .version: "the server speaks no accepted version of TLS"
    case .refused: "the server refused the handshake"
    case .legacyRenegotiation: "the server supports only unsafe renegotiation"
    case .unknownName: "the server does not know the host name"
    case .clientCertificate: "the server requires a client certificate"
    case .serverError: "the server reported an internal error"
    case .notTLS: "the server does not speak TLS on this port"
    case .other: "the handshake failed"
    }
  }
}
