internal import CCurl

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The certificates that connections are verified with.
public struct TrustedCertificates: Hashable, Sendable {
  /// A file of certificates (PEM).
  public var file: String?
  /// A folder of certificates (PEM), each in a file named by its hash, as OpenSSL's `c_rehash` does.
  public var folder: String?

  public init(file: String? = nil, folder: String? = nil) {
    (self.file, self.folder) = (file, folder)
  }

  /// Those of the environment (`SSL_CERT_FILE` and `SSL_CERT_DIR`, as for OpenSSL), else the system's.
  ///
  /// - Throws: a sentence where a variable names nothing that can be read, or where there are no certificates at all.
  public init(environment: (String) -> String?) throws(TrustedCertificatesError) {
    try self.init(environment: environment, isReadable: Self.isReadable)
  }

  init(
    environment: (String) -> String?, isReadable: (String) -> Bool
  ) throws(TrustedCertificatesError) {
    self.init(file: environment("SSL_CERT_FILE"), folder: environment("SSL_CERT_DIR"))
    if let file, !isReadable(file) { throw .unreadable(variable: "SSL_CERT_FILE", path: file) }
    // Folders with colons between them, as in a search path.
    if let folder, !folder.split(separator: ":").contains(where: { isReadable(String($0)) }) {
      throw .unreadable(variable: "SSL_CERT_DIR", path: folder)
    }
    guard file == nil, folder == nil else { return }
    file = ([Self.builtIn].compactMap(\.self) + Self.usualFiles).first(where: isReadable)
    if file == nil { throw .missing }
  }

  /// Where systems keep them.
  static let usualFiles = [
    // Debian, Ubuntu, Arch, Alpine.
    "/etc/ssl/certs/ca-certificates.crt",
    // Fedora, and Red Hat's.
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/pki/tls/certs/ca-bundle.crt",
    // SUSE.
    "/etc/ssl/ca-bundle.pem", "/var/lib/ca-certificates/ca-bundle.pem",
    // Alpine, macOS, the BSDs.
    "/etc/ssl/cert.pem",
  ]

  /// The file that libcurl was built for; nil for none, as in the released programs.
  private static var builtIn: String? {
    // The first version of the description with this path.
    guard let description = unsafe curl_version_info(CURLVERSION_SEVENTH), let path = unsafe description.pointee.cainfo
    else { return nil }
    return unsafe String(cString: path)
  }

  private static func isReadable(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }
}

public enum TrustedCertificatesError: Error, Hashable {
  case unreadable(variable: String, path: String)
  case missing
}

extension TrustedCertificatesError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let variable, let path): "\(variable) names certificates that cannot be read: \(path)"
    case .missing:
      "no certificates to verify https links with; install ca-certificates, or name a file with --ca-file or SSL_CERT_FILE"
    }
  }
}
