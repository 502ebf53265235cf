import TestSupport
import Testing

@testable import HTTP

/// What reads a body while it arrives.
@Suite struct BodyReaderTests {
  /// A reader that counts its bytes, and wants this many.
  static func counter(wants wanted: Int) -> BodyReader.Maker {
    { _, head in
      guard head.status == 200 else { return nil }
      var count = 0
      return BodyReader(
        feed: { count += $0.count }, wantsMore: { count < wanted }, finish: { BodyContent(count) })
    }
  }

  static func response(
    _ path: String, wants wanted: Int = 0, _ change: (inout Request) -> Void = { _ in }
  ) async throws -> Response {
    let server = try WebServer { request in
      switch request.target {
      case "/long": .status(200, body: String(repeating: "x", count: 300_000))
      case "/missing": .status(404, body: "not here")
      case "/empty": .status(200)
      case "/damaged": .raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope")
      default: .status(200, body: "short")
      }
    }
    var request = try TransportTests.request(server.url(path))
    request.bodyReader = counter(wants: wanted)
    change(&request)
    guard case .answered(let response) = await TransportTests.transport().send(request) else {
      throw TransportError.notRecorded
    }
    return response
  }

  @Test func aBodyIsReadBeyondItsLimitOnlyForAReaderThatWantsMore() async throws {
    let capped = try await Self.response("/long")
    #expect(capped.content == BodyContent(65_536) && capped.bodyEnd == .capped)
    let whole = try await Self.response("/long", wants: .max)
    #expect(whole.content == BodyContent(300_000) && whole.body.count == 65_536 && whole.bodyEnd == .complete)
    let some = try await Self.response("/long", wants: 100_000)
    #expect(some.bodyEnd == .capped && some.content != capped.content && some.content != whole.content)
  }

  @Test func anEmptyBodyIsRead() async throws {
    #expect(try await Self.response("/empty").content == BodyContent(0))
    #expect(try await Self.response("/empty") { $0.method = .head }.content == nil)
  }

  @Test func anUndecodableOrUnreadBodyHasNoContent() async throws {
    let damaged = try await Self.response("/damaged")
    #expect(damaged.content == nil && damaged.bodyEnd == .undecodable)
    #expect(try await Self.response("/missing").content == nil)
    #expect(try await Self.response("/short") { $0.bodyReader = nil }.content == nil)
  }

  @Test func contentsAreEqualByTypeAndValue() {
    #expect(BodyContent(1) == BodyContent(1))
    #expect(BodyContent(1) != BodyContent(2) && BodyContent(1) != BodyContent("1"))
  }

  @Test func aBodyIsReadOnWithinItsLimits() {
    #expect(BodyLimits.permit(wire: 100, decoded: 1 << 20))
    #expect(!BodyLimits.permit(wire: 10_000, decoded: 2 << 20))
    #expect(!BodyLimits.permit(wire: 5 << 20, decoded: 5 << 20))
    #expect(!BodyLimits.permit(wire: 4 << 20, decoded: 17 << 20))
  }
}
