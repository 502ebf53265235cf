import LinkChecking
import TestSupport
import Testing

/// Servers that break the rules.
@Suite struct MisbehaviourTests {
  static let reply: @Sendable (WebRequest) -> WebReply = { request in
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    return switch request.target {
    case "/endless": WebReply([.send(Array((head + "\r\n").utf8)), .sendForever(Array(repeating: 65, count: 65536))])
    case "/short": .raw(head + "Content-Length: 100\r\n\r\nten bytes.")
    case "/long": .raw(head + "Content-Length: 2\r\n\r\nmuch more than two bytes")
    case "/chunks": .raw(head + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nno number")
    case "/encoding": .raw(head + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope")
    case "/unknown-encoding": .raw(head + "Content-Encoding: sausage\r\nContent-Length: 4\r\n\r\nnope")
    case "/many-encodings":
      .raw("HTTP/1.1 404 Not Found\r\nContent-Encoding: a,b,c,d,e,f,g\r\nContent-Length: 4\r\n\r\nnope")
    case "/header-line":
      WebReply([.send(Array("HTTP/1.1 200 OK\r\nX: ".utf8)), .sendForever(Array(repeating: 65, count: 65536))])
    case "/header-flood":
      WebReply([.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .sendForever(Array("X-Y: some value\r\n".utf8))])
    case "/header-only": WebReply([.send(Array((head + "Content-Length: 10\r\n\r\n").utf8)), .silence])
    case "/not-http": .raw("220 ftp.example.org ready\r\n")
    case "/empty": WebReply([.close])
    case "/half": .raw("HTTP/1.1 200 OK\r\nContent-")
    case "/interim":
      .raw("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    case "/interim-only": WebReply([.send(Array("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".utf8)), .silence])
    case "/status-0": .raw("HTTP/1.1 000 Zero\r\nContent-Length: 0\r\n\r\n")
    case "/status-700": .raw("HTTP/1.1 700 Seven\r\nContent-Length: 0\r\n\r\n")
    case "/location-bytes": .redirect(301, to: "/caf\u{E9} x")
    case "/location-latin":
      WebReply([
        .send(
          Array("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: /caf".utf8) + [0xE9] + Array("\r\n\r\n".utf8))
      ])
    case "/location-backslashes": .redirect(301, to: "\\docs\\new?a\\b")
    case "/location-folded": .raw("HTTP/1.1 301 Moved\r\nLocation:\r\n  /new\r\nContent-Length: 0\r\n\r\n")
    case "/refresh": .status(200, [("Refresh", "0; url=/new")])
    case "/refresh-late":
      .status(200, [("Refresh", "60"), ("Content-Type", "text/html")], body: "<title>Live</title><p>News.")
    case "/retry-after-huge": .status(429, [("Retry-After", "99999999999999999999999")])
    case "/retry-after-odd": .status(503, [("Retry-After", "soon")])
    default: .ok
    }
  }

  @Test(arguments: [
    ("/endless", Verdict.ok), ("/short", .ok), ("/long", .ok), ("/chunks", .ok), ("/encoding", .ok),
    ("/unknown-encoding", .ok), ("/many-encodings", .gone), ("/interim-only", .transient),
    ("/header-line", .broken), ("/header-flood", .broken), ("/header-only", .ok), ("/not-http", .broken),
    ("/empty", .transient), ("/half", .transient), ("/interim", .gone), ("/status-700", .broken),
    ("/location-bytes", .moved), ("/location-latin", .moved), ("/location-backslashes", .moved),
    ("/location-folded", .moved), ("/refresh", .moved), ("/refresh-late", .ok),
    ("/retry-after-huge", .transient), ("/retry-after-odd", .transient),
  ])
  func misbehaviourHasItsVerdict(path: String, verdict: Verdict) async throws {
    let server = try WebServer(handler: Self.reply)
    var options = Loopback.options()
    // Only the answer that never ends meets it; its header must come within it.
    if ["/header-only", "/interim-only"].contains(path) { options.scheduler.host.timeout = .seconds(5) }
    let report = await Loopback.check([server.url(path)], options)
    #expect(report.links.map(\.verdict) == [verdict], "\(report.links.first?.reason ?? "")")
    let targets = [
      "/location-bytes": "/caf%C3%A9%20x", "/location-latin": "/caf%E9", "/location-backslashes": "/docs/new?a\\b",
      "/location-folded": "/new", "/refresh": "/new",
    ]
    #expect(report.links.first?.target == targets[path].map { server.url($0) })
  }

  @Test func aCappedBodyKeepsItsConnectionIfItIsShort() async throws {
    let server = try WebServer { request in
      switch request.target {
      case "/a", "/b": .status(200, body: String(repeating: "x", count: 100_000))
      default: .status(200, body: String(repeating: "x", count: 10_000_000))
      }
    }
    var options = Loopback.options()
    options.scheduler.host.perHost = 1
    _ = await Loopback.check(["/a", "/b", "/c", "/d"].map { server.url($0) }, options)
    // Two short bodies and the first long one on one connection, the second long one on another.
    #expect(server.traffic().connections == 2)
    #expect(server.traffic().requests == 4)
  }
}
