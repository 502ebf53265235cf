import Testing

@testable import LinkChecking

@Suite struct SettingsTests {
  @Test func hostPatternsMatchWholeLabels() throws {
    let below = try #require(HostPattern("*.Example.org"))
    #expect(below.matches("a.example.org") && below.matches("a.b.example.org"))
    #expect(!below.matches("example.org") && !below.matches("badexample.org"))
    #expect(try #require(HostPattern("example.org")).matches("example.org"))
    #expect(try #require(HostPattern("*")).matches("anything"))
    for text in ["", "*.", "a*.org", "*.*.org", "**"] { #expect(HostPattern(text) == nil, "\(text)") }
  }

  @Test func laterOverridesWin() throws {
    var options = SchedulerOptions()
    var all = HostOverride(pattern: try #require(HostPattern("*.example.org")))
    all.retries = 7
    all.perHost = 3
    var one = HostOverride(pattern: try #require(HostPattern("a.example.org")))
    one.retries = 0
    options.overrides = [all, one]
    #expect(options.settings(for: "a.example.org").retries == 0)
    #expect(options.settings(for: "a.example.org").perHost == 3)
    #expect(options.settings(for: "b.example.org").retries == 7)
    #expect(options.settings(for: "example.org").retries == 2)
  }

  @Test func statusSetsAreReadOrNot() throws {
    let set = try #require(StatusSet("200..299, 403"))
    #expect(set.contains(200) && set.contains(299) && set.contains(403) && !set.contains(300))
    for text in ["", "abc", "200..", "..200", "299..200", "200...299", "200-299", "99", "1000", "200,,201", "+20"] {
      #expect(StatusSet(text) == nil, "\(text)")
    }
  }

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
  func anOddRetryAfterIsNone(text: String) {
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
