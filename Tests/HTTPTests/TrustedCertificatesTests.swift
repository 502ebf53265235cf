import Testing

@testable import HTTP

@Suite struct TrustedCertificatesTests {
  @Test(arguments: TrustedCertificates.usualFiles) func theFileOfTheSystemIsFound(_ path: String) throws {
    #expect(try certificates(readable: [path]).file == path)
  }

  @Test func theEnvironmentGoesFirst() throws {
    let system = TrustedCertificates.usualFiles[0]
    let found = try certificates(["SSL_CERT_FILE": "/a.pem"], readable: [system, "/a.pem"])
    #expect(found == TrustedCertificates(file: "/a.pem"))
    let folder = try certificates(["SSL_CERT_DIR": "/none:/certs"], readable: [system, "/certs"])
    #expect(folder == TrustedCertificates(folder: "/none:/certs"))
  }

  @Test func whatIsMissingIsNamed() {
    #expect(throws: TrustedCertificatesError.missing) { try certificates(readable: []) }
    #expect(throws: TrustedCertificatesError.unreadable(variable: "SSL_CERT_FILE", path: "/a.pem")) {
      try certificates(["SSL_CERT_FILE": "/a.pem"], readable: ["/b.pem"])
    }
    #expect(throws: TrustedCertificatesError.unreadable(variable: "SSL_CERT_DIR", path: "/a:/b")) {
      try certificates(["SSL_CERT_DIR": "/a:/b"], readable: ["/c"])
    }
  }

  private func certificates(
    _ environment: [String: String] = [:], readable: Set<String>
  ) throws -> TrustedCertificates {
    try TrustedCertificates(environment: { environment[$0] }, isReadable: readable.contains)
  }
}
