import HTTP
import TestSupport
import Testing

@testable import LinkChecking
@testable import PageInspection

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
    (
      "Cloudflare",
      response(200, [("Server", "cloudflare")], "<title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'}")
    ),
    ("Cloudflare", response(404, [("cf-mitigated", "challenge")], "")),
    ("DataDome", response(200, [], "<script src=\"https://ct.captcha-delivery.com/c.js\"></script>")),
    ("Akamai", response(429, [("Server", "AkamaiGHost")], "")),
    ("Akamai", response(200, [], "<meta http-equiv=\"refresh\" content=\"5; URL='/?bm-verify=AAQ'\" />")),
    ("Anubis", response(200, [], "<script src=\"/shop/.within.website/x/cmd/anubis/static/js/main.mjs\"></script>")),
    ("Vercel", response(429, [("X-Vercel-Mitigated", "challenge")], "<title>Vercel Security Checkpoint</title>")),
    ("Sucuri", response(403, [("X-Sucuri-Block", "EXPVP16")], "")),
  ])
  func aWallIsNamed(name: String, response: Response) throws {
    #expect(Wall.behind(response)?.name == name)
    // So it is when the answer comes from a record.
    var page = response
    page.page = Page()
    let kept = RecordedExchange(
      try Request(
        id: 1, target: 0, address: WebAddress("https://a.test/"), userAgent: "test/1", timeout: .zero,
        connectTimeout: .zero, bodyLimit: 65_536), .answered(page), duration: .zero)
    let line = try RecordedExchange(line: Array(kept.line.utf8))
    guard case .answered(let again) = line.outcome else {
      Issue.record("\(line)")
      return
    }
    #expect(Wall.behind(again)?.name == name)
  }

  @Test(arguments: [
    response(200, [("Server", "cloudflare")], "A page about /cdn-cgi/challenge-platform/"),
    response(404, [("Server", "cloudflare")], ""),
    response(200, [("X-DataDome", "protected")], "fine"),
    response(404, [("Server", "AkamaiGHost")], ""),
    response(503, [("Server", "AkamaiGHost")], "An error occurred. errors.edgesuite.net"),
    response(200, [("X-Vercel-Id", "1")], "A page about x-vercel-mitigated"),
    response(200, [], "An article about captcha-delivery.com/" + String(repeating: "x", count: 9000)),
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
