import Testing

@testable import HTTP

/// The waits that header fields ask for.
@Suite struct WaitTests {
  @Test(
    arguments: [
      ("120", Duration.seconds(120)), ("0", .seconds(0)), ("99999999999999999999", .seconds(31_622_400)),
      ("Sun, 06 Nov 1994 08:50:37 GMT", .seconds(60)), ("Sun, 06 Nov 1994 08:00:00 GMT", .zero),
    ] as [(String, Duration)])
  func retryAfterIsRead(text: String, wait: Duration) {
    let headers = [
      HeaderField(name: "retry-AFTER", value: text), HeaderField(name: "Date", value: "Sun, 06 Nov 1994 08:49:37 GMT"),
    ]
    #expect(RetryAfter.wait(in: headers, clock: nil) == wait)
  }

  @Test(arguments: ["", "soon", "-1", "1.5", "\u{0}", "1e9", "Sun, 99 Foo 1994"])
  func anUnreadableRetryAfterIsIgnored(text: String) {
    #expect(RetryAfter.wait(in: [HeaderField(name: "Retry-After", value: text)], clock: 0) == nil)
  }

  @Test(
    arguments: [
      ([("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "30")], Duration.seconds(30)),
      ([("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "2000000005")], .seconds(5)),
      ([("X-RateLimit-Remaining", "1"), ("X-RateLimit-Reset", "30")], nil),
      ([("RateLimit-Remaining", "0"), ("RateLimit-Reset", "7")], .seconds(7)),
      ([("RateLimit", "limit=100, remaining=0, reset=9")], .seconds(9)),
      ([("RateLimit", "\"default\";r=0;t=4")], .seconds(4)),
      ([("RateLimit", "\"default\";r=5;t=4")], nil),
      ([("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "99999999999999999999")], nil),
      ([("X-RateLimit-Remaining", "-0"), ("X-RateLimit-Reset", "1")], nil),
      ([("RateLimit", ";;=;=0;r=;t=9223372036854775807")], nil),
    ] as [([(String, String)], Duration?)])
  func rateLimitsAreRead(fields: [(String, String)], wait: Duration?) {
    let headers = fields.map { HeaderField(name: $0, value: $1) }
    #expect(RateLimit.wait(in: headers, clock: 2_000_000_000) == wait)
  }
}
