import Foundation
import TestSupport
import Testing

@testable import HTTP

@Suite(.enabled(if: TestCertificates.openSSL != nil, "\(TestCertificates.absence)"))
struct CertificateTests {
  /// With a directory of certificates, Debian's default, libcurl would read all of them for each connection.
  @Test func theCertificatesAreReadOnceForAllConnections() async throws {
    let certificates = try TestCertificates()
    let server = try TLSServer(certificates, handler: TLSServer.page)
    let folder = try TemporaryFolder()
    let file = folder.path + "/ca.pem"
    try FileManager.default.copyItem(atPath: certificates.authority, toPath: file)
    var curl = Loopback.settings
    curl.certificates.file = file
    curl.loops = 1
    let transport = CurlTransport(settings: curl, resolver: Loopback.resolver())
    // The server closes each connection behind its answer.
    guard case .answered = await transport.send(try TransportTests.request(server.url("/a"))) else {
      Issue.record("no answer")
      return
    }
    try FileManager.default.removeItem(atPath: file)
    let second = await transport.send(try TransportTests.request(server.url("/b")))
    guard case .answered = second else {
      Issue.record("\(second)")
      return
    }
    #expect(server.requests.count == 2)
  }
}
