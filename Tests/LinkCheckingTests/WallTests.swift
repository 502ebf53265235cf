import TestSupport
import Testing

@testable import LinkChecking

@Suite struct WallTests {
  static func response(_ status: Int, _ headers: [(String, String)], _ body: String) -> Response {
    Response(status: status, headers: headers.map { HeaderField(name: $0, value: $1) }, body: Array(body.utf8))
  }

  @Test(arguments: [
    ("Cloudflare", response(403, [("Server", "cloudflare"), ("CF-Mitigated", "challenge")], "")),
    ("Cloudflare", response(503, [("Server", "cloudflare")], "<script src=/cdn-cgi/challenge-platform/h/b>")),
    ("DataDome", response(403, [("X-DataDome", "protected")], "")),
    ("DataDome", response(403, [("Set-Cookie", "datadome=abc; Path=/")], "")),
    ("Akamai", response(403, [("Server", "AkamaiGHost")], "<H1>Access Denied</H1>")),
    ("Anubis", response(200, [], "<link href=\"/.within.website/x/cmd/anubis/static/main.css\">")),
    ("Imperva", response(200, [], "<script src=\"/_Incapsula_Resource?SWJIYLWA=1\"></script>")),
    ("AWS WAF", response(202, [("x-amzn-waf-action", "challenge")], "")),
    ("Sucuri", response(403, [("X-Sucuri-Block", "EXPVP16")], "")),
  ])
  func aWallIsNamed(name: String, response: Response) {
    #expect(Wall.behind(response)?.name == name)
  }

  @Test(arguments: [
    response(200, [("Server", "cloudflare")], "A page about /cdn-cgi/challenge-platform/"),
    response(404, [("Server", "cloudflare")], ""),
    response(200, [("X-DataDome", "protected")], "fine"),
    response(404, [("Server", "AkamaiGHost")], ""),
    response(200, [], String(repeating: "x", count: 8000) + "_Incapsula_Resource"),
    response(403, [], "Forbidden"),
  ])
  func aSiteIsNoWall(response: Response) {
    #expect(Wall.behind(response) == nil)
  }

  @Test func whatStandsBehindAWallIsBlocked() async throws {
    let server = try WebServer { _ in .status(503, [("cf-mitigated", "challenge"), ("Retry-After", "1")]) }
    let report = await Loopback.check([server.url()])
    #expect(report.links.map(\.verdict) == [.blocked])
    #expect(report.links.map(\.reason) == ["503 Service Unavailable, from Cloudflare"])
    #expect(server.traffic().requests == 1)
  }
}
