import TestSupport
import Testing

@testable import HTTP

@Suite(.enabled(if: TestCertificates.openSSL != nil, "\(TestCertificates.absence)"))
struct FloodTests {
  /// libcurl would read on for as long as there are frames, whatever the time.
  @Test func aFloodOfEmptyFramesEndsAtItsTimeout() async throws {
    let certificates = try TestCertificates()
    // DATA with padding only, which needs no room in the stream's window.
    let flood = (0..<2000).flatMap { _ in TLSServer.frame(0, flags: 8, stream: 1, [0]) }
    let server = try TLSServer(certificates, options: ["-alpn", "h2,http/1.1"], flood: flood) { received in
      guard TLSServer.isHTTP2(received), received.count > 24 else { return nil }
      return TLSServer.frame(4) + TLSServer.frame(1, flags: 4, stream: 1, [0x88])
    }
    var curl = Loopback.settings
    curl.certificates.file = certificates.authority
    let transport = CurlTransport(settings: curl, resolver: Loopback.resolver())
    let request = try TransportTests.request(server.url(), timeout: .seconds(10))
    // Both times are those of the event loop's thread or just before it: tasks may have to wait much longer.
    let (time, outcome) = await withCheckedContinuation { continuation in
      let start = ContinuousClock.now
      transport.send(request, under: Cancellation()) { outcome in
        continuation.resume(returning: (ContinuousClock.now - start, outcome))
      }
    }
    guard case .answered(let response) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(response.status == 200 && response.bodyEnd == .cut)
    #expect(time < .seconds(60), "\(time)")
  }
}
