import Foundation
import TestSupport
import Testing

@testable import HTTP

@Suite(.enabled(if: TestCertificates.openSSL != nil, "\(TestCertificates.absence)"))
struct CertificateTests {
  /// With a directory of certificates, Debian's default, libcurl would read all of them for each connection.
  @Test func theCertificatesAreReadOnceForAllConnections() async throws {
    let certificates = try TestCertificates()
    // Each has a port, so that each request makes a connection and a handshake.
    let servers = try (0..<4).map { _ in try TLSServer(certificates, handler: TLSServer.page) }
    let folder = try TemporaryFolder()
    let file = folder.path + "/ca.pem"
    try FileManager.default.copyItem(atPath: certificates.authority, toPath: file)
    var curl = Loopback.settings
    curl.certificates.file = file
    curl.loops = 1
    let transport = CurlTransport(settings: curl, resolver: Loopback.resolver())
    guard case .answered = await transport.send(try TransportTests.request(servers[0].url("/a"))) else {
      Issue.record("no answer")
      return
    }
    try FileManager.default.removeItem(atPath: file)
    // Several at once, as a loop has them.
    await withTaskGroup(of: Outcome?.self) { group in
      for server in servers.dropFirst() {
        group.addTask { try? await transport.send(TransportTests.request(server.url("/b"))) }
      }
      for await outcome in group {
        guard case .answered? = outcome else {
          Issue.record("\(outcome as Any)")
          continue
        }
      }
    }
    #expect(servers.allSatisfy { $0.requests.count == 1 })
  }
}
