import HTTP
import Testing

@testable import LinkChecking

@Suite struct ResponseClassTests {
  static func classify(
    _ outcome: Outcome, _ method: Request.Method = .get, onlyHTTP1: Bool = false, accepted: String? = nil
  ) throws -> ResponseClass {
    var request = Request(
      id: 1, target: 0, address: try WebAddress("http://a.example/"), userAgent: "", timeout: .zero,
      connectTimeout: .zero, bodyLimit: 0)
    request.method = method
    request.onlyHTTP1 = onlyHTTP1
    return ResponseClass(outcome, of: request, accepted: accepted.flatMap { StatusSet($0) } ?? StatusSet())
  }

  @Test(
    arguments: [
      (200..<300, .success), (300..<301, .success), (304..<305, .success),
      (400..<401, .permanent(.broken, "")), (401..<402, .permanent(.blocked, "")),
      (402..<403, .permanent(.broken, "")), (403..<404, .permanent(.blocked, "")),
      (404..<405, .permanent(.gone, "")), (405..<406, .permanent(.broken, "")),
      (406..<407, .permanent(.blocked, "")), (407..<409, .transient("")),
      (409..<410, .permanent(.broken, "")), (410..<411, .permanent(.gone, "")),
      (411..<412, .permanent(.broken, "")), (412..<413, .permanent(.blocked, "")),
      (413..<415, .permanent(.broken, "")), (415..<416, .permanent(.blocked, "")),
      (416..<418, .permanent(.broken, "")), (418..<419, .permanent(.blocked, "")),
      (419..<420, .permanent(.broken, "")), (420..<421, .throttled), (421..<422, .again(.newConnection)),
      (422..<425, .permanent(.broken, "")), (425..<426, .transient("")), (426..<429, .permanent(.broken, "")),
      (429..<431, .throttled), (431..<451, .permanent(.broken, "")), (451..<452, .permanent(.blocked, "")),
      (500..<600, .transient("")), (600..<999, .permanent(.broken, "")), (999..<1000, .permanent(.blocked, "")),
    ] as [(Range<Int>, ResponseClass)])
  func everyStatusHasItsClass(statuses: Range<Int>, expected: ResponseClass) throws {
    for status in statuses {
      let expected: ResponseClass =
        switch expected {
        case .permanent(let verdict, _): .permanent(verdict, HTTPStatus.phrase(status))
        case .transient: .transient(HTTPStatus.phrase(status))
        default: expected
        }
      #expect(try Self.classify(VirtualRun.answer(status)) == expected)
    }
  }

  @Test func redirectsArePermanentOrNot() throws {
    for (status, isPermanent) in [(301, true), (302, false), (303, false), (307, false), (308, true)] {
      let answer = VirtualRun.answer(status, [("Location", "/x")])
      #expect(try Self.classify(answer) == .redirect(isPermanent: isPermanent, location: "/x"))
    }
    #expect(try Self.classify(VirtualRun.answer(301)) == .redirect(isPermanent: true, location: nil))
  }

  @Test(arguments: [
    (503, [("Retry-After", "1")]), (403, [("Retry-After", "1")]), (403, [("X-RateLimit-Remaining", "0")]),
    (403, [("RateLimit", "\"day\";r=0;t=9")]),
  ])
  func aRefusalThatNamesAWaitIsThrottling(status: Int, headers: [(String, String)]) throws {
    #expect(try Self.classify(VirtualRun.answer(status, headers)) == .throttled)
  }

  @Test func aForbiddenPageOfAHostWithRequestsLeftIsBlocked() throws {
    let answer = VirtualRun.answer(403, [("X-RateLimit-Remaining", "7"), ("X-RateLimit-Reset", "9")])
    #expect(try Self.classify(answer) == .permanent(.blocked, "403 Forbidden"))
  }

  @Test func aBodyInAnUnknownCodingIsReadAsItIs() throws {
    func answer(_ coding: String) -> Outcome {
      var response = Response(status: 200, headers: [HeaderField(name: "Content-Encoding", value: coding)])
      response.bodyEnd = .undecodable
      return .answered(response)
    }
    #expect(try Self.classify(answer("utf-8")) == .again(.undecoded))
    #expect(try Self.classify(answer("gzip")) == .success)
  }

  @Test func aHeadThatIsNotAllowedNeedsGet() throws {
    for status in [405, 501] { #expect(try Self.classify(VirtualRun.answer(status), .head) == .again(.get)) }
  }

  @Test func acceptedStatusesAreSuccesses() throws {
    #expect(try Self.classify(VirtualRun.answer(404), accepted: "404") == .success)
    #expect(try Self.classify(VirtualRun.answer(403), accepted: "404") == .permanent(.blocked, "403 Forbidden"))
  }

  @Test func aBotChallengeIsBlockedWhateverItsStatus() throws {
    let answer = VirtualRun.answer(503, [("cf-mitigated", "challenge")])
    guard case .permanent(.blocked, let reason) = try Self.classify(answer) else {
      Issue.record("not blocked")
      return
    }
    #expect(reason.hasPrefix("503 Service Unavailable, from "))
  }

  @Test func everyErrorHasItsClass() throws {
    let classes: [(TransportError, ResponseClass)] = [
      (.nameNotFound, .permanent(.gone, "")), (.addressRefused(IPAddress("10.0.0.1")!), .permanent(.refused, "")),
      (.tls(.expired), .permanent(.broken, "")), (.tls(.untrusted), .permanent(.broken, "")),
      (.tls(.missingIntermediate), .permanent(.suspect, "")), (.handshakeClosed, .transient("")),
      (.needsProxy, .permanent(.unchecked, "")), (.protocolViolation("odd"), .permanent(.broken, "")),
      (.headerTooLong, .permanent(.broken, "")), (.connectTimeout, .timeout("")), (.answerTimeout, .timeout("")),
      (.resolverFailed, .timeout("")), (.unreachable, .timeout("")), (.connectionRefused, .transient("")),
      (.connectionReset, .transient("")), (.proxyFailed, .transient("")), (.internalError("bad"), .transient("")),
      (.cancelled, .permanent(.unchecked, "")), (.notRecorded, .permanent(.unchecked, "")),
    ]
    for (error, expected) in classes {
      let expected: ResponseClass =
        switch expected {
        case .permanent(let verdict, _): .permanent(verdict, error.description)
        case .timeout: .timeout(error.description)
        default: .transient(error.description)
        }
      #expect(try Self.classify(.failed(error)) == expected)
    }
    #expect(try Self.classify(.failed(.http2Failed)) == .again(.http1))
    #expect(
      try Self.classify(.failed(.http2Failed), onlyHTTP1: true)
        == .transient(TransportError.http2Failed.description))
  }
}
