import HTTP
import TestSupport
import Testing

@testable import LinkChecking
@testable import PageInspection

/// Recorded runs and their replay.
@Suite struct RecordTests {
  static let page = "<title>Fine</title><p id=part>" + String(repeating: "<p>Words \u{E9}", count: 9000) + "<p id=end>"

  static let reply: @Sendable (WebRequest) -> WebReply = { request in
    let html = [("Content-Type", "text/html"), ("X-Other", "not needed"), ("Set-Cookie", "id=4711; Path=/")]
    return switch request.target {
    case "/moved": .redirect(301, to: "/page?token=abcdef#new")
    case "/cookie": request.header("cookie") == nil ? .status(302, [("Location", "/cookie")] + html) : .ok
    case "/gone": .status(404)
    case "/flaky": request.earlier == 0 ? .status(500) : .ok
    case "/reset": .reset
    case "/busy": request.earlier == 0 ? .status(429, [("Retry-After", "1")]) : .ok
    case "/soft": .status(200, html, body: "<title>Page not found</title><p>Nothing.")
    case "/latin":
      WebReply([
        .send(
          Array("HTTP/1.1 200 OK\r\nContent-Length: 15\r\nContent-Type: text/html\r\n\r\n<title>caf".utf8) + [
            0xE9, 0xFF, 0, 0x3C, 0x3E,
          ])
      ])
    case "/damaged": .raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope")
    case "/not-http": .raw("220 ftp.example.org ready\r\n")
    case let target where target.hasPrefix("/page"): .status(200, html, body: Self.page)
    default: .ok
    }
  }

  static let paths = [
    "/moved", "/cookie", "/gone", "/flaky", "/reset", "/busy", "/soft", "/latin", "/damaged#x", "/not-http",
    "/page#part",
    "/page#end", "/page#none", "/ok",
  ]

  /// A run over loopback, its report, and its record.
  static func record(
    _ urls: [String], _ options: CheckOptions = Loopback.options()
  ) async throws -> (report: CheckReport, bytes: [UInt8]) {
    let resolver = Loopback.resolver(["control.test": ["127.0.0.1"]])
    let recorder = ExchangeRecorder(CurlTransport(settings: options.curl, resolver: resolver))
    let checker = LinkChecker(options: options, transport: recorder, resolver: resolver)
    let report = await checker.check(Loopback.links(urls))
    return (report, try #require(checker.record(of: report)))
  }

  @Test func aReplayGivesTheSameVerdictsWithoutAServer() async throws {
    let server = try WebServer(handler: Self.reply)
    let urls = Self.paths.map { server.url($0) } + ["http://missing.test/", "http://10.0.0.1/", "mailto:a@b.example"]
    let (report, bytes) = try await Self.record(urls)
    #expect(Set(report.links.map(\.verdict)).count == 8, "\(report.summary)")
    let requests = server.traffic().requests
    let again = Loopback.checker(Loopback.options()).replay(Loopback.links(urls), try ExchangeRecord(bytes))
    for (link, old) in zip(again.links, report.links) {
      #expect(link.verdict == old.verdict && link.reason == old.reason, "\(old.url): \(link.reason ?? "")")
      #expect(link.attempts == old.attempts && link.hops.map(\.status) == old.hops.map(\.status), "\(old.url)")
    }
    #expect(server.traffic().requests == requests)
  }

  /// The first page to answer gets its host probed, and in a replay that may be another page.
  @Test func aRecordedProbeServesAnyPageOfItsHost() async throws {
    let server = try WebServer { request in
      let reply = WebReply.status(
        200, [("Content-Type", "text/html")], body: SoftNotFoundProbeTests.page("You requested \(request.target)"))
      return request.target == "/first/" ? reply.after(.milliseconds(300)) : reply
    }
    let urls = [server.url("/first/"), server.url("/docs/second")]
    let (report, bytes) = try await Self.record(urls)
    #expect(report.links.map(\.verdict) == [.suspect, .suspect])
    // As if it had been the other way round.
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.replacing(/"us": ?[0-9]+/, with: line.contains("/second") ? "\"us\":9000000" : "\"us\":1")
    }
    let record = try ExchangeRecord(Array(lines.joined(separator: "\n").utf8))
    let again = Loopback.checker(Loopback.options()).replay(Loopback.links(urls), record)
    #expect(again.links == report.links)
  }

  @Test(arguments: BotChallenge.all)
  func aBotChallengeIsNamedAgainFromARecord(challenge: BotChallenge) throws {
    for example in challenge.examples where example.isChallenge {
      var answer = example.answer
      answer.page = Page()
      let request = Request(
        id: 1, target: 0, address: try WebAddress("https://a.test/"), userAgent: "test/1", timeout: .zero,
        connectTimeout: .zero, bodyLimit: 65_536)
      let kept = RecordedExchange(request, .answered(answer), duration: .zero)
      guard case .answered(let again) = try RecordedExchange(line: Array(kept.line.utf8)).outcome else {
        Issue.record("\(kept.line)")
        continue
      }
      #expect(BotChallenge.sender(of: again)?.name == challenge.name)
    }
  }

  @Test func aRecordHasNoSecrets() async throws {
    let server = try WebServer { request in
      let echo = request.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
      return .status(
        200, [("Content-Type", "text/html"), ("Set-Cookie", "id=c00kie-x"), ("Server", "for s3cr3t-token")],
        body: "<title>Echo</title><pre>\(echo)")
    }
    var options = Loopback.options()
    options.scheduler.headers[try #require(Origin("http://127.0.0.1:\(server.port)"))] = [
      HeaderField(name: "Authorization", value: "Bearer s3cr3t-token")
    ]
    let urls = [server.url("/a?access_token=t0ken-x&b=1"), "http://me:passw0rd@127.0.0.1:\(server.port)/b"]
    let text = String(decoding: try await Self.record(urls, options).bytes, as: UTF8.self)
    #expect(server.requests.contains { $0.header("authorization") == "Bearer s3cr3t-token" })
    for secret in ["s3cr3t", "c00kie-x", "t0ken-x", "passw0rd"] { #expect(!text.contains(secret), "\(secret)") }
    #expect(text.contains("access_token=***&b=1") && text.contains("Echo"))
    #expect(!text.lowercased().contains("x-other"))
  }

  @Test func aLinkThatTheRecordLacksIsUnchecked() async throws {
    let record = try ExchangeRecord(Array(ExchangeRecord.head(isOnline: true, startTime: nil).utf8))
    let report = Loopback.checker(Loopback.options()).replay(Loopback.links(["http://a.test/"]), record)
    #expect(report.links.map(\.verdict) == [.unchecked])
    #expect(report.links.first?.reason == "the record has no answer for it")
  }

  @Test func aRecordWithoutANetworkChecksNothing() async throws {
    let options = Loopback.options()
    let resolver = NameResolver { _ in .failure(.failed) }
    let recorder = ExchangeRecorder(CurlTransport(settings: CurlSettings(), resolver: resolver))
    let checker = LinkChecker(options: options, transport: recorder, resolver: resolver)
    let links = Loopback.links(["http://one.test/", "http://two.test/"])
    let bytes = try #require(checker.record(of: await checker.check(links)))
    let report = checker.replay(links, try ExchangeRecord(bytes))
    #expect(report.noNetwork && report.links.map(\.verdict) == [.unchecked, .unchecked])
  }

  static let head = #"{"format": "awesome-links","version": 1}"# + "\n"

  @Test(arguments: [
    "", "{}", "[", "# A list\n", #"{"format": "awesome-links","version": 2}"#, head + "x", head + "{}",
    head + #"{"method": "PUT", "url": "http://a.test/", "us": 1, "status": 200, "end": "complete", "latency": 1}"#,
    head + #"{"method": "GET", "url": "file:///etc/passwd", "us": 1, "error": "connection-reset"}"#,
    head + #"{"method": "GET", "url": "http://a.test/", "us": -1, "error": "connection-reset"}"#,
    head + #"{"method": "GET", "url": "http://a.test/", "us": 99999999999999999999, "error": "connection-reset"}"#,
    head + #"{"method": "GET", "url": "http://a.test/", "us": 1, "error": "bad luck"}"#,
    head + #"{"method": "GET", "url": "http://a.test/", "us": 1, "error": "address-refused", "detail": "home"}"#,
    head + #"{"method": "GET", "url": "http://a.test/", "us": 1, "status": 99, "end": "complete", "latency": 1}"#,
    head + #"{"method": "GET", "url": "http://a.test/", "us": 1, "status": 200, "end": "happy", "latency": 1}"#,
    head
      + #"{"method": "GET", "url": "http://a.test/", "us": 1, "status": 200, "end": "complete", "latency": 1, "base64": "a"}"#,
    head
      + #"{"method": "GET", "url": "http://a.test/", "us": 1, "status": 200, "end": "cut", "latency": 1, "headers": ["a"]}"#,
    head + #"{"method": "GET", "url": "http://a.test/", "us": 1, "status": 200, "end": "cut", "latency": 1, "body": ""#
      + String(repeating: "x", count: 65537) + "\"}", head + String(repeating: "[", count: 100_000),
  ])
  func aDamagedRecordIsRefused(text: String) {
    let error = #expect(throws: RecordError.self) { try ExchangeRecord(Array(text.utf8)) }
    if text.hasPrefix(Self.head), case .damaged(let line, _) = error { #expect(line == 2) }
    #expect(error.map { !$0.description.isEmpty } ?? false)
  }

  @Test func linesAreReadBack() throws {
    var answer = Response(
      status: 302, headers: [HeaderField(name: "location", value: "/\u{2028}\"x")], body: [0xFF, 0, 10, 13])
    answer.bodyEnd = .capped
    answer.latency = .milliseconds(12)
    answer.cookies = ["1f"]
    let outcomes: [Outcome] =
      [.answered(answer)]
      + [
        .nameNotFound, .resolverFailed, .connectionRefused, .unreachable, .connectTimeout, .answerTimeout,
        .connectionReset, .http2Failed, .headerTooLong, .proxyFailed, .tls(.expired), .handshakeClosed, .needsProxy,
        .protocolViolation("a \"b\""), .internalError("d"), .addressRefused(try #require(IPAddress("10.0.0.1"))),
      ].map { Outcome.failed($0) }
    for outcome in outcomes {
      let key = RecordedExchange.Key(method: .head, url: "https://a.test/x?y", onlyHTTP1: true)
      let exchange = RecordedExchange(
        key: key, isProbe: outcome == outcomes.first, duration: .microseconds(123_456), outcome: outcome)
      #expect(exchange.line.utf8.count { $0 == 10 } == 1)
      #expect(try RecordedExchange(line: Array(exchange.line.utf8)) == exchange)
    }
  }

  @Test func bytesAreReadBackFromText() {
    for count in 0..<20 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }
    #expect(Base64.encode(Array("Hello".utf8)) == "SGVsbG8=")
    for text in ["a", "====", "a===", "SGV$", "SG=v", "=AAA"] { #expect(Base64.decode(text) == nil, "\(text)") }
  }
}
