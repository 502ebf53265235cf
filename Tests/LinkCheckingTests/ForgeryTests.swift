import HTTP
import LinkChecking
import Synchronization
import TestSupport
import Testing

/// Links that try to reach private addresses.
@Suite struct ForgeryTests {
  static func check(_ urls: [String], names: [String: [String]] = [:], allowed: [String] = []) async -> CheckReport {
    var options = Loopback.options()
    options.scheduler.policy.allowed = allowed.compactMap { AddressRange($0) }
    return await Loopback.check(urls, options, names: names)
  }

  /// A page with an immediate refresh.
  private static func refresh(_ url: String) -> WebReply {
    .status(200, [("Content-Type", "text/html")], body: "<meta http-equiv=refresh content=\"0; url='\(url)'\">")
  }

  @Test func loopbackIsRefusedInEverySpelling() async throws {
    let server = try WebServer { _ in .ok }
    let hosts = [
      "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "0.0.0.0", "[::ffff:127.0.0.1]", "[::1]",
      "[::]",
      "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "\u{2460}27.0.0.1", "127\u{3002}0\u{3002}0\u{3002}1", "127.0.0.1.",
      "%31%32%37.0.0.1",
      "user@127.0.0.1", "\u{FF11}27.0.0.1", "0x7f.0x0.0x0.0x1", "017700000001", "[::ffff:7f00:1]",
      "[::ffff:0:127.0.0.1]", "[::1%251]", "127.0.0.1\u{3002}", "4294967297.0.0.1@127.0.0.1", "0x7f000001.",
    ]
    let report = await Self.check(hosts.map { "http://\($0):\(server.port)/" })
    for link in report.links { #expect(link.verdict == .refused, "\(link.url): \(link.verdict) \(link.reason ?? "")") }
    #expect(server.traffic().connections == 0)
  }

  @Test func aNameThatResolvesToAPrivateAddressIsRefused() async throws {
    let server = try WebServer { _ in .ok }
    let names = [
      "inside.test": ["127.0.0.1"], "mapped.test": ["::ffff:127.0.0.1"], "metadata.test": ["169.254.169.254"],
      "lan.test": ["192.168.0.1", "10.0.0.1"], "unspecified.test": ["0.0.0.0"], "localhost": ["::1", "127.0.0.1"],
    ]
    let report = await Self.check(names.keys.sorted().map { "http://\($0):\(server.port)/" }, names: names)
    for link in report.links { #expect(link.verdict == .refused, "\(link.url): \(link.verdict) \(link.reason ?? "")") }
    #expect(server.traffic().connections == 0)
  }

  @Test func onlyTheAllowedAddressesOfAHostAreConnectedTo() async throws {
    let server = try WebServer(["127.0.0.1", "127.0.0.2"]) { _ in .ok }
    let names = ["both.test": ["127.0.0.1", "127.0.0.2"]]
    let report = await Self.check(["http://both.test:\(server.port)/"], names: names, allowed: ["127.0.0.2/32"])
    #expect(report.links.map(\.verdict) == [.ok])
    #expect(server.traffic("127.0.0.1").connections == 0)
  }

  @Test func aRedirectToAPrivateAddressIsRefused() async throws {
    let server = try WebServer(["127.0.0.1", "127.0.0.9"]) { request in
      switch request.target {
      case "/literal": .redirect(302, to: "http://127.0.0.9/secret")
      case "/odd": .redirect(302, to: "http://0x7f000009/secret")
      case "/name": .redirect(302, to: "http://inside.test/secret")
      case "/mapped": .redirect(301, to: "//[::ffff:127.0.0.9]/secret")
      case "/refresh": Self.refresh("http://127.0.0.9/secret")
      case "/refresh-by-name": Self.refresh("http://inside.test/secret")
      case "/refresh-to-file": Self.refresh("file:///etc/passwd")
      case "/refresh-to-script": Self.refresh("javascript:alert(1)")
      case "/based":
        .status(
          200, [("Content-Type", "text/html")],
          body: "<base href='http://127.0.0.9/'><meta http-equiv=refresh content='0;a'>")
      default: .ok
      }
    }
    let paths = [
      "literal", "odd", "name", "mapped", "refresh", "refresh-by-name", "refresh-to-file", "refresh-to-script", "based",
    ]
    let urls = paths.map { server.url("/" + $0) }
    let report = await Self.check(urls, names: ["inside.test": ["127.0.0.9"]], allowed: ["127.0.0.1/32"])
    for link in report.links { #expect(link.verdict == .refused, "\(link.url): \(link.verdict) \(link.reason ?? "")") }
    #expect(server.traffic("127.0.0.9").connections == 0)
  }

  @Test func aRebindingNameIsCheckedAgain() async throws {
    let server = try WebServer(["127.0.0.1", "127.0.0.9"]) { request in
      request.target == "/first" ? .redirect(302, to: "/second").after(.milliseconds(5)) : .ok
    }
    let lookups = Mutex(0)
    let resolver = NameResolver(lifetime: .zero) { _ in
      let count = lookups.withLock { count in
        count += 1
        return count
      }
      return .success([IPAddress(count == 1 ? "127.0.0.1" : "127.0.0.9")].compactMap { $0 })
    }
    var options = Loopback.options()
    options.scheduler.policy.allowed = [AddressRange("127.0.0.1")].compactMap { $0 }
    // One after the other, else both would share one answer, or come in another order.
    options.scheduler.host.perHost = 1
    let transport = CurlTransport(settings: options.curl, resolver: resolver)
    let checker = LinkChecker(options: options, transport: transport, resolver: resolver)
    // The port differs, so that the second request needs a separate connection.
    let other = try WebServer(["127.0.0.9"]) { _ in .ok }
    let report = await checker.check(
      Loopback.links(["http://rebound.test:\(server.port)/", "http://rebound.test:\(other.port)/"]))
    #expect(report.links.map(\.verdict) == [.ok, .refused])
    #expect(server.traffic("127.0.0.9").connections == 0)
    #expect(other.traffic("127.0.0.9").connections == 0)
  }

  @Test func headerFieldsForAHostGoToNoOther() async throws {
    let server = try WebServer(["127.0.0.1", "127.0.0.2"]) { request in
      request.address == "127.0.0.1" && request.target == "/start"
        ? .status(
          302,
          [
            ("Location", "http://127.0.0.2:\(request.header("host")?.split(separator: ":").last ?? "")/end"),
            ("Set-Cookie", "a=b"),
          ]) : .ok
    }
    var options = Loopback.options()
    options.scheduler.headers[try #require(Origin("http://127.0.0.1:\(server.port)"))] = [
      HeaderField(name: "Authorization", value: "Bearer secret"),
      HeaderField(name: "X-Other", value: "1\r\nX-Forged: 1"),
    ]
    let report = await Loopback.check([server.url("/start")], options)
    #expect(report.links.map(\.verdict) == [.ok])
    let first = try #require(server.requests.first)
    #expect(first.header("authorization") == "Bearer secret")
    #expect(first.header("x-forged") == nil)
    for request in server.requests where request.address == "127.0.0.2" {
      #expect(
        request.header("authorization") == nil && request.header("referer") == nil && request.header("cookie") == nil)
    }
  }
}
