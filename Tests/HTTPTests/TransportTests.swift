import TestSupport
import Testing

@testable import HTTP

/// The transport alone, without a scheduler.
@Suite struct TransportTests {
  static func transport(_ change: (inout CurlSettings) -> Void = { _ in }, names: [String: [String]] = [:])
    -> CurlTransport
  {
    var settings = Loopback.settings
    change(&settings)
    return CurlTransport(settings: settings, resolver: Loopback.resolver(names))
  }

  static func request(_ url: String, timeout: Duration = Loopback.patience) throws -> Request {
    Request(
      id: 1, target: 0, address: try WebAddress(url), userAgent: "test/1", timeout: timeout, connectTimeout: timeout,
      bodyLimit: 65536)
  }

  static func error(_ outcome: Outcome) -> TransportError? {
    if case .failed(let error) = outcome { error } else { nil }
  }

  @Test func theConnectedAddressIsChecked() async throws {
    let server = try WebServer { _ in .ok }
    let transport = Self.transport { $0.policy.allowed = [] }
    let outcome = await transport.send(try Self.request(server.url()))
    #expect(Self.error(outcome) == .addressRefused(try #require(IPAddress("127.0.0.1"))))
    #expect(server.traffic().connections == 0)
  }

  @Test func theRequestHasItsHeaderFieldsAndNoOthers() async throws {
    let server = try WebServer { _ in .ok }
    var request = try Self.request(server.url("/a?b"))
    request.headers = [HeaderField(name: "X-Test", value: "yes")]
    guard case .answered(let response) = await Self.transport().send(request) else {
      Issue.record("no answer")
      return
    }
    #expect(response.status == 200)
    #expect(response.latency > .zero)
    let got = try #require(server.requests.first)
    #expect(got.method == "GET" && got.target == "/a?b")
    #expect(got.header("user-agent") == "test/1" && got.header("x-test") == "yes")
    #expect(got.header("accept-encoding")?.contains("gzip") == true)
    #expect(got.header("referer") == nil && got.header("authorization") == nil && got.header("cookie") == nil)
  }

  @Test func aTimeoutIsThatOfTheConnectionOrOfTheAnswer() async throws {
    let server = try WebServer { _ in .silence }
    // On a busy machine even the connection may not stand in so short a time.
    var error: TransportError?
    for timeout in [Duration.milliseconds(300), .seconds(3), .seconds(30)] where error != .answerTimeout {
      error = Self.error(await Self.transport().send(try Self.request(server.url(), timeout: timeout)))
    }
    #expect(error == .answerTimeout)
    // The handshake gets no answer: not connected yet, as far as HTTP goes.
    let raw = try RawServer()
    let secure = await Self.transport().send(
      try Self.request("https://127.0.0.1:\(raw.port)/", timeout: .milliseconds(300)))
    #expect(Self.error(secure) == .connectTimeout)
  }

  @Test func tlsWithAPlainServerIsBroken() async throws {
    let server = try WebServer { _ in .ok }
    let url = "https://127.0.0.1:\(server.port)/"
    let outcome = await Self.transport().send(try Self.request(url))
    #expect(Self.error(outcome) == .tls(.notTLS))
  }

  @Test func aReusedHandleForgetsThePreviousExchange() async throws {
    let server = try WebServer { request in
      request.target == "/first" ? .status(200, [("Set-Cookie", "id=1; Path=/"), ("Content-Type", "text/html")]) : .ok
    }
    let transport = Self.transport { $0.loops = 1 }
    var first = try Self.request(server.url("/first"))
    first.headers = [HeaderField(name: "Authorization", value: "Bearer secret")]
    first.cookies = ["127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\t2"]
    first.method = .head
    first.userAgent = "first/1"
    guard case .answered(let answer) = await transport.send(first),
      case .answered(let second) = await transport.send(try Self.request(server.url("/second")))
    else {
      Issue.record("no answer")
      return
    }
    #expect(answer.cookies.count == 2 && second.cookies.isEmpty && !second.body.isEmpty)
    let got = try #require(server.requests.first { $0.target == "/second" })
    #expect(got.method == "GET" && got.header("user-agent") == "test/1")
    #expect(got.header("authorization") == nil && got.header("cookie") == nil)
    // It is one handle: its connection is another matter.
    #expect(server.traffic().connections == 1)
  }

  @Test(arguments: ["dict", "ftp", "gopher", "imap", "ldap", "mqtt", "pop3", "rtsp", "smtp", "telnet", "tftp"])
  func otherProtocolsAreRefused(scheme: String) async throws {
    let server = try WebServer { _ in .ok }
    // No address of another scheme comes so far; were there a way, libcurl itself would refuse.
    let url = "\(scheme)://127.0.0.1:\(server.port)/x"
    var request = try Self.request(server.url())
    request.address = WebAddress(url: url, isSecure: false, host: "127.0.0.1", port: server.port, fragment: nil)
    guard case .failed(.protocolViolation) = await Self.transport().send(request) else {
      Issue.record("it was not refused")
      return
    }
    #expect(server.traffic().connections == 0)
  }

  @Test func aProxyGetsRequestsOnlyForPublicHosts() async throws {
    let proxy = try WebServer { _ in .ok }
    let names = ["public.test": ["93.184.216.34"], "inside.test": ["10.0.0.1"]]
    let transport = Self.transport({ $0.proxies.http = "http://127.0.0.1:\(proxy.port)" }, names: names)
    guard case .answered = await transport.send(try Self.request("http://public.test/a")) else {
      Issue.record("no answer")
      return
    }
    #expect(proxy.requests.map(\.target) == ["http://public.test/a"])
    for url in ["http://inside.test/", "http://10.0.0.1/"] {
      #expect(
        Self.error(await transport.send(try Self.request(url))) == .addressRefused(try #require(IPAddress("10.0.0.1"))))
    }
    #expect(Self.error(await transport.send(try Self.request("http://missing.test/"))) == .nameNotFound)
    #expect(proxy.requests.count == 1)
  }

  @Test(arguments: ["http://broken-resolver.test/", "http://missing.test/"])
  func aProxyResolvesNamesOnlyIfNoneResolvesHere(url: String) async throws {
    let proxy = try WebServer { _ in .ok }
    let change: (inout CurlSettings) -> Void = { settings in
      settings.proxies.http = "http://127.0.0.1:\(proxy.port)"
      settings.controlNames = ["control.test"]
    }
    // Its own servers may tell us nothing and the proxy something private.
    let usual = Self.transport(change, names: ["control.test": ["93.184.216.34"]])
    let expected: TransportError = url.contains("missing") ? .nameNotFound : .resolverFailed
    #expect(Self.error(await usual.send(try Self.request(url))) == expected)
    #expect(proxy.requests.isEmpty)
    guard case .answered = await Self.transport(change).send(try Self.request(url)) else {
      Issue.record("no answer")
      return
    }
    #expect(proxy.requests.map(\.target) == [url])
  }

  @Test(arguments: ["http", "socks5h", "socks5"]) func theMachinesOwnNamesAreRefusedBehindAProxy(kind: String)
    async throws
  {
    let proxy = try WebServer { _ in .ok }
    let transport = Self.transport { settings in
      settings.policy.allowed = []
      settings.proxies.http = "\(kind)://127.0.0.1:\(proxy.port)"
      settings.controlNames = ["control.test"]
    }
    for host in ["localhost", "a.localhost"] {
      #expect(
        Self.error(await transport.send(try Self.request("http://\(host)/")))
          == .addressRefused(try #require(IPAddress("127.0.0.1"))))
    }
    // A proxy that is given addresses reaches no network but ours.
    if kind == "socks5" {
      #expect(Self.error(await transport.send(try Self.request("http://a.onion/"))) == .needsProxy)
    }
    #expect(proxy.requests.isEmpty)
  }

  @Test func someNamesAreAlwaysTheProxys() async throws {
    let proxy = try WebServer { _ in .ok }
    let settings: (inout CurlSettings) -> Void = { settings in
      settings.proxies.http = "http://127.0.0.1:\(proxy.port)"
      settings.controlNames = ["control.test"]
    }
    let transport = Self.transport(settings, names: ["control.test": ["93.184.216.34"]])
    guard case .answered = await transport.send(try Self.request("http://hidden.onion/a")) else {
      Issue.record("no answer")
      return
    }
    #expect(proxy.requests.map(\.target) == ["http://hidden.onion/a"])
    for url in ["http://hidden.onion/", "https://a.b.i2p/"] {
      #expect(Self.error(await Self.transport().send(try Self.request(url))) == .needsProxy)
    }
  }

  @Test(arguments: [
    ("socks5h://p:1", "a.test", ProxySettings.Resolution.proxy), ("SOCKS4a://p:1", "a.test", .proxy),
    ("socks5://p:1", "a.test", .here), ("socks4://p:1", "a.test", .here), ("http://p:1", "a.test", .proxyUnlessHere),
    ("https://p:1", "a.test", .proxyUnlessHere), ("p:1", "a.test", .proxyUnlessHere), ("p:1", "a.onion", .proxy),
  ])
  func theKindOfProxyDecidesWhoResolves(proxy: String, host: String, resolution: ProxySettings.Resolution) {
    #expect(ProxySettings.resolution(of: host, by: proxy) == resolution)
  }

  /// Messages of libcurl with OpenSSL 1.1 and 3 and with LibreSSL.
  @Test(arguments: [
    ("error:0A000152:SSL routines::unsafe legacy renegotiation disabled", TLSFailure.legacyRenegotiation),
    ("error:0A00042E:SSL routines::tlsv1 alert protocol version", .version),
    ("error:1404B42E:SSL routines:ST_CONNECT:tlsv1 alert protocol version", .version),
    ("error:14094410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure", .refused),
    ("error:0A00018A:SSL routines::dh key too small", .weakKey),
    ("error:0A00010B:SSL routines::wrong version number", .notTLS),
    ("error:0A000458:SSL routines::tlsv1 unrecognized name", .unknownName),
    ("error:0A00045C:SSL routines::tlsv13 alert certificate required", .clientCertificate),
    ("error:0A000438:SSL routines::tlsv1 alert internal error", .serverError),
    ("error:0A0C0103:SSL routines::something else", .other), ("a new message", .other),
    ("error:0A000126:SSL routines::unexpected eof while reading", nil),
    ("error:80000068:system library::Connection reset by peer", nil),
    ("OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to a.example:443 ", nil),
  ])
  func aHandshakeFailsForAReasonOfOurOwn(message: String, failure: TLSFailure?) {
    #expect(TLSFailure.inHandshake(message) == failure)
  }

  @Test func proxiesFollowTheRulesOfCurl() throws {
    let proxies = ProxySettings(environment: [
      "HTTP_PROXY": "http://forged", "http_proxy": "", "ALL_PROXY": "http://all", "https_proxy": "http://secure",
      "NO_PROXY": "example.org, .example.net,10.0.0.0/8",
    ])
    func proxy(_ url: String) throws -> String? { proxies.proxy(for: try WebAddress(url)) }
    #expect(try proxy("http://a.test/") == "http://all")
    #expect(try proxy("https://a.test/") == "http://secure")
    #expect(try proxy("http://www.example.org/") == nil && proxy("http://example.net/") == nil)
    #expect(try proxy("http://badexample.org/") == "http://all")
    #expect(try proxy("http://10.1.2.3/") == nil && proxy("http://11.1.2.3/") == "http://all")
    #expect(ProxySettings(environment: ["HTTP_PROXY": "http://forged"]).http == nil)
  }
}
