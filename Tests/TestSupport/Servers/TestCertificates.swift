import Foundation

/// An authority of a test's own, and certificates that it signed for `127.0.0.1`, made by `openssl`.
public final class TestCertificates: Sendable {
  /// The program, where there is one.
  public static let openSSL = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map { Program(URL(fileURLWithPath: $0)) }

  /// What a test that is skipped says.
  public static let absence = "there is no openssl on this machine to make certificates with"

  public enum Kind: String, Sendable, CaseIterable {
    case valid, expired, otherName, selfSigned
    /// Valid, with the address of its issuer's certificate.
    case naming
  }

  private let files: TemporaryFolder

  public init() throws {
    files = try TemporaryFolder()
    try run(["req", "-x509", "-days", "30", "-subj", "/CN=Test authority", "-out", path("ca.pem")] + newKey("ca"))
    for (number, kind) in [Kind.valid, .expired, .otherName, .naming].enumerated() {
      let name = kind == .otherName ? "DNS:elsewhere.test" : "IP:127.0.0.1,DNS:site.test"
      let issuer = kind == .naming ? "authorityInfoAccess=caIssuers;URI:http://ca.test/ca.crt\n" : ""
      try files.write("subjectAltName=\(name)\n" + issuer, to: kind.rawValue + ".ext")
      try run(["req", "-subj", "/CN=test", "-out", path(kind.rawValue + ".csr")] + newKey(kind.rawValue))
      try run([
        "x509", "-req", "-in", path(kind.rawValue + ".csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"),
        "-set_serial", "\(number + 1)", "-days", kind == .expired ? "-1" : "30",
        "-extfile", path(kind.rawValue + ".ext"), "-out", certificate(kind),
      ])
    }
    try run(
      ["req", "-x509", "-days", "30", "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1"]
        + ["-out", certificate(.selfSigned)] + newKey(Kind.selfSigned.rawValue))
  }

  /// The file of the authority's certificate.
  public var authority: String { path("ca.pem") }
  public func certificate(_ kind: Kind) -> String { path(kind.rawValue + ".pem") }
  public func key(_ kind: Kind) -> String { path(kind.rawValue + ".key") }

  private func path(_ name: String) -> String { files.path + "/" + name }

  private func newKey(_ name: String) -> [String] {
    ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", path(name + ".key")]
  }

  private func run(_ arguments: [String]) throws {
    guard let openSSL = Self.openSSL else { throw CocoaError(.fileNoSuchFile) }
    let result = try openSSL.run(arguments)
    guard result.status == 0 else { throw SystemCallError(call: "openssl \(arguments[0])", code: result.status) }
  }
}
