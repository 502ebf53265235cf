import HTTP
import Testing

@testable import LinkChecking

@Suite struct RedirectChainTests {
  static func chain(_ url: String = "https://a.example/start") throws -> RedirectChain {
    RedirectChain(try WebAddress(url))
  }

  /// Follows redirects with this status, one after the other.
  static func follow(
    _ locations: [String?], status: Int = 301, cookies: [String] = [], limit: Int = 10, _ chain: inout RedirectChain
  ) throws(RedirectError) {
    var options = SchedulerOptions()
    options.maxRedirects = limit
    for location in locations {
      try chain.follow(
        location, isPermanent: status == 301, status: status, cookies: cookies, options: options)
    }
  }

  @Test func withoutARedirectThereAreNoHops() throws {
    #expect(try Self.chain().hops(endingIn: 200).isEmpty)
  }

  @Test func eachHopIsRelativeToTheLast() throws {
    var chain = try Self.chain()
    try Self.follow(["next?x", "//b.example/"], status: 302, cookies: ["c"], &chain)
    #expect(chain.address.url == "https://b.example/")
    #expect(chain.cookies == ["c"])
    #expect(
      chain.hops(endingIn: 200) == [
        Hop(url: "https://a.example/start", status: 302), Hop(url: "https://a.example/next?x", status: 302),
        Hop(url: "https://b.example/", status: 200),
      ])
  }

  @Test func thePermanentTargetIsTheEndOfThePermanentBeginning() throws {
    var chain = try Self.chain()
    try Self.follow(["/1#part", "/2"], &chain)
    // A fragment stays until another takes its place.
    #expect(chain.permanentTarget?.text == "https://a.example/2#part")
    try Self.follow(["/3"], status: 302, &chain)
    try Self.follow(["/4"], &chain)
    #expect(chain.permanentTarget?.text == "https://a.example/2#part")
    var temporary = try Self.chain()
    try Self.follow(["/1"], status: 302, &temporary)
    #expect(temporary.permanentTarget == nil)
  }

  @Test func aFragmentOfARedirectIsRemembered() throws {
    var chain = try Self.chain()
    try Self.follow(["/1#"], &chain)
    #expect(chain.fragment == nil)
    try Self.follow(["/2#x", "/3"], &chain)
    #expect(chain.fragment == "x" && chain.address.text == "https://a.example/3")
  }

  @Test(
    arguments: [
      (nil, .noLocation), ("", .noLocation), ("ftp://a.example/", .address(.scheme("ftp"))),
      ("http://10.0.0.1/", .refused(IPAddress("10.0.0.1")!)), ("#x", .loop),
    ] as [(String?, RedirectError)])
  func someAreNotFollowed(location: String?, error: RedirectError) throws {
    var chain = try Self.chain()
    #expect(throws: error) { try Self.follow([location], &chain) }
    #expect(error.isAtTarget == (chain.hops.count == 1))
    #expect(chain.permanentTarget == nil)
  }

  @Test func redirectsHaveALimit() throws {
    var chain = try Self.chain()
    try Self.follow(["/1", "/2"], limit: 2, &chain)
    #expect(throws: RedirectError.tooMany(limit: 2)) { try Self.follow(["/3"], limit: 2, &chain) }
    #expect(throws: RedirectError.tooMany(limit: 0)) { try Self.follow(["/4"], limit: -1, &chain) }
  }

  @Test func aLoopIsOneOnlyWithTheSameCookies() throws {
    var chain = try Self.chain()
    try Self.follow(["/1"], &chain)
    try Self.follow(["/start"], cookies: ["c"], &chain)
    try Self.follow(["/1"], cookies: ["c"], &chain)
    #expect(throws: RedirectError.loop) { try Self.follow(["/start"], cookies: ["c"], &chain) }
  }

  @Test func errorsHaveAVerdictAndAReason() {
    let errors: [(RedirectError, Verdict, String)] = [
      (.noLocation, .broken, "a redirect without a target"),
      (.address(.scheme("ftp")), .refused, "redirects to the scheme ftp:"),
      (.address(.malformed("bad")), .broken, "redirects to a malformed URL: bad"),
      (.address(.relative), .broken, "redirects to a malformed URL"),
      (.refused(IPAddress("10.0.0.1")!), .refused, "redirects to an address that is not public: 10.0.0.1"),
      (.tooMany(limit: 10), .broken, "more than 10 redirects"),
      (.loop, .broken, "a redirect loop"),
    ]
    for (error, verdict, reason) in errors { #expect(error.verdict == verdict && error.reason == reason) }
  }
}
