import TestSupport
import Testing

@testable import HTTP

@Suite(.enabled(if: TestCertificates.openSSL != nil, "\(TestCertificates.absence)"))
struct FloodTests {
  /// Frames that are sent without an end, and need no room in the stream's window.
  enum Flood: String, CaseIterable {
    /// DATA with padding only.
    case emptyData
    /// The same, with a byte of the page now and then.
    case slowData
    /// A type that nobody knows.
    case unknown
    case priority
    case pingAnswer

    var frames: [UInt8] {
      switch self {
      case .emptyData: repeated(TLSServer.frame(0, flags: 8, stream: 1, [0]), 2000)
      case .slowData:
        repeated(TLSServer.frame(0, flags: 8, stream: 1, [0]), 20_000) + TLSServer.frame(0, stream: 1, [0x61])
      case .unknown: repeated(TLSServer.frame(0x40, stream: 1, [1, 2, 3]), 2000)
      case .priority: repeated(TLSServer.frame(2, stream: 1, [0, 0, 0, 0, 1]), 2000)
      case .pingAnswer: repeated(TLSServer.frame(6, flags: 1, [1, 2, 3, 4, 5, 6, 7, 8]), 2000)
      }
    }

    private func repeated(_ frame: [UInt8], _ count: Int) -> [UInt8] { (0..<count).flatMap { _ in frame } }
  }

  private static func send(_ request: Request, by transport: CurlTransport) async -> (time: Duration, outcome: Outcome)
  {
    // Both times are those of the event loop's thread or just before it: tasks may have to wait much longer.
    await withCheckedContinuation { continuation in
      let start = ContinuousClock.now
      transport.send(request, under: Cancellation()) { outcome in
        continuation.resume(returning: (ContinuousClock.now - start, outcome))
      }
    }
  }

  /// libcurl would read on for as long as there are frames, whatever the time, and leave all other links waiting.
  @Test(arguments: Flood.allCases)
  func aFloodEndsSoonAndDelaysNoOtherLink(_ flood: Flood) async throws {
    let certificates = try TestCertificates()
    let server = try TLSServer(certificates, options: ["-alpn", "h2,http/1.1"], flood: flood.frames) { received in
      guard TLSServer.isHTTP2(received), received.count > 24 else { return nil }
      return TLSServer.frame(4) + TLSServer.frame(1, flags: 4, stream: 1, [0x88])
    }
    let good = try WebServer { _ in .ok }
    var curl = Loopback.settings
    curl.certificates.file = certificates.authority
    // One loop, so that the flood has the same as the others.
    curl.loops = 1
    let transport = CurlTransport(settings: curl, resolver: Loopback.resolver())
    let request = try TransportTests.request(server.url(), timeout: .seconds(120))
    let others = try (0..<400).map { try TransportTests.request(good.url("/\($0)"), timeout: .seconds(120)) }
    async let flooded = Self.send(request, by: transport)
    var answered = 0
    var slowest = Duration.zero
    await withTaskGroup(of: (Duration, Outcome).self) { group in
      for other in others { group.addTask { await Self.send(other, by: transport) } }
      for await (time, outcome) in group {
        if case .answered(let response) = outcome, response.status == 200 { answered += 1 }
        slowest = max(slowest, time)
      }
    }
    #expect(answered == 400)
    #expect(slowest < .seconds(30), "\(slowest)")
    let (time, outcome) = await flooded
    #expect(outcome == .failed(.keptBusy), "\(outcome)")
    #expect(time < .seconds(60), "\(time)")
  }
}
