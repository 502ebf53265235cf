/// The error codes of OpenSSL and its relatives. Their texts differ between versions, and are for programmers.
extension TLSFailure {
  /// The failure for the result of a verification (`X509_V_ERR_…` in OpenSSL's x509_vfy.h).
  ///
  /// Without an error, and with none in particular (libcurl's value before it has a result), the chain is sound, but for another name.
  init(verifyResult: Int) {
    self =
      switch verifyResult {
      case 0, 1, 62, 64: .otherName
      case 9, 13: .notYetValid
      case 10, 14: .expired
      case 18: .selfSigned
      case 23: .revoked
      case 66, 67, 68: .weakKey
      default: .untrusted
      }
  }

  /// The failure in libcurl's message for a handshake, as in `error:0A000152:SSL routines::unsafe legacy renegotiation disabled`;
  /// `nil` where the connection ended.
  static func inHandshake(_ message: String) -> TLSFailure? {
    guard let start = message.firstRange(of: "error:")?.upperBound,
      let code = UInt32(message[start...].prefix(8), radix: 16)
    else {
      // Without an error of OpenSSL's the message is that of the connection: `OpenSSL SSL_connect: SSL_ERROR_SYSCALL …`.
      return message.contains("SSL_connect:") ? nil : .other
    }
    // An error of the system, such as a connection that was reset.
    if code >> 31 == 1 { return nil }
    // The lower twelve bits are the reason (sslerr.h); those of alerts are 1000 more than the alert (RFC 8446, section 6).
    return switch code & 0xFFF {
    case 294: nil
    case 155, 156, 198, 267: .notTLS
    case 191, 258, 1070: .version
    case 181, 193, 248, 1040, 1071: .refused
    case 394, 397, 398, 399: .weakKey
    case 338: .legacyRenegotiation
    case 1112: .unknownName
    case 1041, 1042, 1116: .clientCertificate
    case 1080: .serverError
    case 134: .untrusted
    default: .other
    }
  }
}
