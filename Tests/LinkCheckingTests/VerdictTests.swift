import Foundation
import LinkChecking
import TestSupport
import Testing

@testable import HTTP

@Suite struct VerdictTests {
  @Test func everyAnswerGetsItsVerdict() async throws {
    let server = try WebServer(["127.0.0.1", "127.0.0.2", "127.0.0.3"]) { request in
      switch request.target {
      case "/301": .redirect(301, to: "/ok#new")
      case "/302": .redirect(302, to: "/ok")
      case "/404", "/410", "/403", "/401", "/451", "/999", "/418", "/406", "/412", "/415", "/400":
        .status(Int(request.target.dropFirst()) ?? 0)
      case "/500-then-200": request.earlier == 0 ? .status(500) : .ok
      case "/500": .status(500)
      case "/429": request.earlier == 0 ? .status(429, [("Retry-After", "1")]) : .ok
      case "/420", "/430": request.earlier == 0 ? .status(Int(request.target.dropFirst()) ?? 0) : .ok
      case "/421": request.earlier == 0 ? .status(421) : .ok
      case "/421-again": .status(421)
      case "/limited": request.earlier == 0 ? .status(403, [("Retry-After", "1")]) : .status(404)
      case "/used-up": request.earlier == 0 ? .status(403, [("X-RateLimit-Remaining", "0")]) : .ok
      case "/reset": .reset
      case "/silence": .silence
      default: .ok
      }
    }
    var options = Loopback.options()
    var impatient = HostOverride(pattern: try #require(HostPattern("127.0.0.2")))
    impatient.timeout = .seconds(1)
    options.scheduler.overrides = [impatient]
    let expected: [(String, Verdict, Int?)] = [
      (server.url("/ok"), .ok, 200),
      (server.url("/301"), .moved, 200),
      (server.url("/302"), .ok, 200),
      (server.url("/404"), .gone, 404),
      (server.url("/410"), .gone, 410),
      (server.url("/403"), .blocked, 403),
      (server.url("/401"), .blocked, 401),
      (server.url("/451"), .blocked, 451),
      (server.url("/999"), .blocked, 999),
      (server.url("/418"), .blocked, 418),
      (server.url("/400"), .broken, 400),
      (server.url("/500-then-200"), .ok, 200),
      (server.url("/500"), .transient, 500),
      (server.url("/429", host: "127.0.0.3"), .ok, 200),
      (server.url("/reset"), .transient, nil),
      (server.url("/silence", host: "127.0.0.2"), .transient, nil),
      ("http://no-such-name.test/", .gone, nil),
      ("http://broken-resolver.test/", .transient, nil),
      ("http://127.0.0.1:1/", .transient, nil),
      ("http://10.0.0.1/", .refused, nil),
      ("javascript:alert(1)", .refused, nil),
      ("file:///etc/passwd", .refused, nil),
      ("mailto:someone@example.org", .unchecked, nil),
      ("tel:123", .unchecked, nil),
      ("docs/page.md", .unchecked, nil),
      ("#section", .unchecked, nil),
      ("http://exa mple.org/", .broken, nil),
      (server.url("/406"), .blocked, 406),
      (server.url("/412"), .blocked, 412),
      (server.url("/415"), .blocked, 415),
      (server.url("/420", host: "127.0.0.3"), .ok, 200),
      (server.url("/430", host: "127.0.0.3"), .ok, 200),
      (server.url("/421"), .ok, 200),
      (server.url("/421-again"), .transient, 421),
      (server.url("/limited", host: "127.0.0.3"), .gone, 404),
      (server.url("/used-up", host: "127.0.0.3"), .ok, 200),
      ("irc://irc.example/list", .unchecked, nil),
      ("htps://example.org/", .broken, nil),
      ("http://hidden.onion/", .unchecked, nil),
      ("http://hidden.i2p/", .unchecked, nil),
    ]
    let first = await Loopback.check(expected.map(\.0), options)
    for (link, (url, verdict, status)) in zip(first.links, expected) {
      #expect(link.url == url)
      #expect(link.verdict == verdict, "\(url): \(link.reason ?? "")")
      #expect(link.status == status, "\(url)")
    }
    #expect(first.links.count == expected.count)
    #expect(!first.noNetwork && first.ending == .complete)
    // The page lacks the part that the redirect names.
    #expect(first.links[1].target == server.url("/ok"))
    #expect(
      first.links[1].hops == [Hop(url: server.url("/301"), status: 301), Hop(url: server.url("/ok"), status: 200)])
    #expect(first.links[11].attempts == 2)
    // The second request has a new connection, and there is no third.
    #expect(server.requests.count { $0.target == "/421-again" } == 2)
  }

  @Test func twoRunsGiveTheSameBytes() async throws {
    func run() async throws -> String {
      let server = try WebServer { request in
        switch request.target {
        case "/a": .redirect(301, to: "/b")
        case "/c": .status(500)
        case "/d": request.earlier == 0 ? .status(503) : .ok
        case "/e": .reset
        default: .ok
        }
      }
      let urls = ["a", "b", "c", "d", "e", "f"].map { server.url("/" + $0) }
      return await Loopback.check(urls).json().replacing(":\(server.port)", with: ":80")
    }
    let first = try await run()
    #expect(try await run() == first)
    #expect(first.contains(#""verdict": "moved""#))
  }

  @Test func aURLInTenPlacesIsRequestedOnce() async throws {
    let server = try WebServer { _ in .ok }
    let urls = (0..<10).map { _ in server.url("/page") } + [server.url("/page#part")]
    let report = await Loopback.check(urls)
    #expect(report.links.map(\.occurrences.count) == [10, 1])
    #expect(report.links.allSatisfy { $0.verdict == .ok })
    #expect(server.traffic().requests == 1)
  }

  @Test func aMovedLinkKeepsItsFragment() async throws {
    let server = try WebServer { request in
      switch request.target {
      case "/old": .redirect(308, to: "/new")
      case "/older": .redirect(301, to: "/old")
      case "/half": .redirect(301, to: "/temporary")
      case "/temporary": .redirect(302, to: "/new")
      default: .ok
      }
    }
    let report = await Loopback.check([server.url("/old#part"), server.url("/older"), server.url("/half")])
    #expect(report.links.map(\.verdict) == [.moved, .moved, .moved])
    #expect(report.links.map(\.target) == [server.url("/new#part"), server.url("/new"), server.url("/temporary")])
  }

  @Test func redirectsHaveLimits() async throws {
    let server = try WebServer { request in
      if let number = Int(request.target.dropFirst()) { return .redirect(302, to: "/\(number + 1)") }
      switch request.target {
      case "/loop": return .redirect(301, to: "/pool")
      case "/pool": return .redirect(301, to: "/loop")
      case "/self": return .redirect(302, to: "/self#x")
      case "/nowhere": return .status(302)
      case "/file": return .redirect(302, to: "file:///etc/passwd")
      case "/private": return .redirect(302, to: "http://169.254.169.254/latest/meta-data/")
      case "/relative": return .redirect(307, to: "?x=1")
      case "/cookie":
        guard request.header("cookie") == "seen=1" else {
          return .status(302, [("Location", "/cookie"), ("Set-Cookie", "seen=1")])
        }
        return .ok
      case "/cookies?": return .ok
      default: return request.header("cookie") == nil ? .ok : .status(400)
      }
    }
    let paths = ["/0", "/1000000", "/loop", "/self", "/nowhere", "/file", "/private", "/relative", "/cookie"]
    let report = await Loopback.check(paths.map { server.url($0) } + [server.url("/after")])
    #expect(
      report.links.map(\.verdict) == [
        .broken, .broken, .broken, .broken, .broken, .refused, .refused, .ok, .ok, .ok,
      ])
    #expect(report.links[0].hops.count == 12)
    #expect(report.links[0].reason == "more than 10 redirects")
    #expect(report.links[2].reason == "a redirect loop")
    #expect(report.links[8].attempts == 1)
  }

  @Test func aHeadThatFailsIsRepeatedAsAGet() async throws {
    let server = try WebServer { request in
      switch (request.method, request.target) {
      case ("HEAD", "/405"): .status(405)
      case ("HEAD", "/501"): .status(501)
      default: .ok
      }
    }
    var options = Loopback.options()
    var head = HostOverride(pattern: try #require(HostPattern("127.0.0.1")))
    head.method = .head
    options.scheduler.overrides = [head]
    let report = await Loopback.check(["/405", "/501", "/fine", "/fragment#part"].map { server.url($0) }, options)
    #expect(report.links.map(\.verdict) == [.ok, .ok, .ok, .ok])
    let requests = server.requests.map { "\($0.method) \($0.target)" }.sorted()
    #expect(requests == ["GET /405", "GET /501", "GET /fragment", "HEAD /405", "HEAD /501", "HEAD /fine"])
  }

  /// A test cannot replace the system's name servers, so these codes are their answers.
  @Test(arguments: [
    (EAI_NONAME, Verdict.gone), (EAI_AGAIN, .transient), (EAI_FAIL, .transient), (EAI_MEMORY, .transient),
  ])
  func onlyANameThatDoesNotExistIsGone(code: Int32, verdict: Verdict) async throws {
    let options = Loopback.options()
    let resolver = NameResolver { $0 == "control.test" ? .success([]) : .failure(SystemResolver.error(code)) }
    let transport = CurlTransport(settings: options.curl, resolver: resolver)
    let checker = LinkChecker(options: options, transport: transport, resolver: resolver)
    let report = await checker.check(Loopback.links(["http://name.test/"]))
    #expect(report.links.map(\.verdict) == [verdict], "\(report.links.map(\.reason))")
  }

  @Test func tlsWithAPlainServerIsBroken() async throws {
    let server = try WebServer { _ in .ok }
    let report = await Loopback.check(["https://127.0.0.1:\(server.port)/"])
    #expect(report.links.map(\.verdict) == [.broken])
  }

  @Test func aBotChallengeIsBlocked() async throws {
    let server = try WebServer { _ in .status(503, [("cf-mitigated", "challenge"), ("Retry-After", "1")]) }
    let report = await Loopback.check([server.url()])
    #expect(report.links.map(\.verdict) == [.blocked])
    #expect(report.links.map(\.reason) == ["503 Service Unavailable, from Cloudflare"])
    #expect(server.traffic().requests == 1)
  }
}
