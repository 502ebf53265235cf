import Foundation
import TestSupport
import Testing

/// Where `check-links` takes the certificates from that it verifies links with.
@Suite(.enabled(if: TestCertificates.openSSL != nil, "\(TestCertificates.absence)"))
struct CertificateOptionsTests {
  private let certificates: TestCertificates
  private let server: TLSServer
  private let sandbox: Sandbox

  init() throws {
    certificates = try TestCertificates()
    server = try TLSServer(certificates, handler: TLSServer.page)
    sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(server.url("/a"))) - B.\n"])
  }

  private func check(_ environment: [String: String] = [:], _ options: String...) throws -> Sandbox.Outcome {
    try sandbox.run(
      ["check-links", "a.md", "--allow-address", "127.0.0.0/8", "--retries", "0", "--control-name", "localhost"]
        + options, environment: environment)
  }

  @Test func theEnvironmentNamesThem() throws {
    #expect(try check().output.contains("not trusted"))
    #expect(try check(["SSL_CERT_FILE": certificates.authority]).status == 0)
    #expect(try check(["SSL_CERT_DIR": hashedFolder()]).status == 0)
    #expect(try check(["SSL_CERT_FILE": "/none"], "--ca-file", certificates.authority).status == 0)
  }

  @Test func withoutThemNothingIsChecked() throws {
    let outcome = try check(["SSL_CERT_FILE": "none.pem"])
    #expect(outcome.status == 2)
    #expect(outcome.errors == "awesome: SSL_CERT_FILE names certificates that cannot be read: none.pem\n")
    #expect(try check(["SSL_CERT_FILE": "none.pem"], "--offline").status == 0)
    #expect(try check(["SSL_CERT_FILE": "none.pem"], "--insecure", "*").status == 0)
  }

  /// A folder with the authority's certificate under its hash.
  private func hashedFolder() throws -> String {
    let hash = try #require(TestCertificates.openSSL).run(
      ["x509", "-noout", "-hash", "-in", certificates.authority]
    ).outputText.prefix { $0 != "\n" }
    try sandbox.write(String(contentsOfFile: certificates.authority, encoding: .utf8), to: "certs/\(hash).0")
    return "certs"
  }
}
