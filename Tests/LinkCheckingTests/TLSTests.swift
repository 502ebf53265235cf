import Foundation
import HTTP
import TestSupport
import Testing

@testable import LinkChecking

/// Servers behind TLS, good and bad.
@Suite(.enabled(if: TestCertificates.openSSL != nil, "\(TestCertificates.absence)"))
struct TLSTests {
  static let certificates = Result { try TestCertificates() }

  static func check(
    _ url: String, trusts: Bool = true, _ change: (inout CheckOptions) -> Void = { _ in }
  ) async throws -> CheckedLink {
    var options = Loopback.options()
    change(&options)
    var curl = options.curl
    if trusts { curl.certificates.file = try certificates.get().authority }
    let resolver = Loopback.resolver(["site.test": ["127.0.0.1"]])
    let checker = LinkChecker(
      options: options, transport: CurlTransport(settings: curl, resolver: resolver), resolver: resolver)
    return try #require(await checker.check(Loopback.links([url])).links.first)
  }

  @Test func aCertificateOfATrustedAuthorityIsAccepted() async throws {
    let server = try TLSServer(try Self.certificates.get(), handler: TLSServer.page)
    #expect(try await Self.check(server.url()).verdict == .ok)
    #expect(try await Self.check("https://site.test:\(server.port)/").verdict == .ok)
  }

  @Test(
    arguments: [
      (TestCertificates.Kind.valid, false, "issuer"), (.expired, true, "expired"), (.otherName, true, "name"),
      (.selfSigned, true, "self"),
    ])
  func anotherCertificateIsBrokenForAReason(kind: TestCertificates.Kind, trusts: Bool, word: String) async throws {
    let server = try TLSServer(try Self.certificates.get(), kind, handler: TLSServer.page)
    let link = try await Self.check(server.url(), trusts: trusts)
    #expect(link.verdict == .broken && link.attempts == 1)
    #expect(
      link.reason?.hasPrefix("TLS failed: ") == true && link.reason?.contains(word) == true, "\(link.reason ?? "")")
    #expect(server.requests.isEmpty)
    let open = try await Self.check(server.url(), trusts: trusts) { options in
      var insecure = HostOverride(pattern: HostPattern("127.0.0.1")!)
      insecure.isVerified = false
      options.scheduler.overrides = [insecure]
    }
    #expect(open.verdict == .ok)
    let other = try await Self.check(server.url(), trusts: trusts) { options in
      var insecure = HostOverride(pattern: HostPattern("site.test")!)
      insecure.isVerified = false
      options.scheduler.overrides = [insecure]
    }
    #expect(other.verdict == .broken)
  }

  @Test func aServerThatForgetsItsIntermediateCertificateIsSuspect() async throws {
    let server = try TLSServer(try Self.certificates.get(), .naming, handler: TLSServer.page)
    let link = try await Self.check(server.url(), trusts: false)
    #expect(link.verdict == .suspect && link.attempts == 1)
    #expect(
      link.reason == "TLS failed: the server probably forgets its intermediate certificate, which browsers fetch",
      "\(link.reason ?? "")")
    // Its certificates were read, and nothing was sent to it.
    #expect(server.requests.isEmpty)
    #expect(try await Self.check(server.url()).verdict == .ok)
  }

  /// A chain that the server sends whole is not trusted for another reason.
  @Test func aWholeChainThatIsNotTrustedIsBroken() async throws {
    let certificates = try Self.certificates.get()
    let server = try TLSServer(
      certificates, .naming, options: ["-cert_chain", certificates.authority], handler: TLSServer.page)
    let link = try await Self.check(server.url(), trusts: false)
    #expect(link.verdict == .broken && link.reason == "TLS failed: the certificate's issuer is not trusted")
  }

  @Test func aConnectionThatIsClosedInTheHandshakeIsTriedAgain() async throws {
    let server = try ClosingServer()
    let link = try await Self.check("https://127.0.0.1:\(server.port)/")
    #expect(link.verdict == .transient && link.attempts == 4)
    #expect(link.reason == "the connection was closed in the TLS handshake", "\(link.reason ?? "")")
  }

  @Test func anOldTLSVersionIsRefused() async throws {
    let server = try TLSServer(try Self.certificates.get(), options: ["-tls1_2"], handler: TLSServer.page)
    func check(_ minimum: TLSPolicy.Version) async throws -> CheckedLink {
      try await Self.check(server.url()) { $0.scheduler.host.tls.minimum = minimum }
    }
    #expect(try await check(.tls12).verdict == .ok)
    let refused = try await check(.tls13)
    #expect(refused.verdict == .broken && refused.reason?.contains("version") == true, "\(refused.reason ?? "")")
  }

  @Test func http2IsSpokenWhereItIsOffered() async throws {
    let server = try TLSServer(try Self.certificates.get(), options: ["-alpn", "h2,http/1.1"]) { received in
      guard TLSServer.isHTTP2(received), received.count > 24 else { return nil }
      // SETTINGS, then `:status: 200` from the static table (RFC 7541), and a page.
      let body = Array("<title>Fine</title><p>All is well.".utf8)
      return TLSServer.frame(4) + TLSServer.frame(1, flags: 4, stream: 1, [0x88])
        + TLSServer.frame(0, flags: 1, stream: 1, body)
    }
    let link = try await Self.check(server.url())
    #expect(link.verdict == .ok && link.status == 200, "\(link.reason ?? "")")
    #expect(server.requests.count == 1)
  }

  @Test func headerFieldsForATLSHostAreNotSentInTheClear() async throws {
    let plain = try WebServer { _ in .ok }
    let server = try TLSServer(try Self.certificates.get()) { received in
      guard received.suffix(4).elementsEqual("\r\n\r\n".utf8) else { return nil }
      let fields = ["Location: \(plain.url("/end"))", "Content-Length: 0", "Connection: close"]
      return Array((["HTTP/1.1 302 Found"] + fields + ["", ""]).joined(separator: "\r\n").utf8)
    }
    let field = HeaderField(name: "Authorization", value: "Bearer secret")
    let link = try await Self.check(server.url("/start")) { options in
      // The same host without TLS is meant only where it is named so.
      for text in ["127.0.0.1:\(server.port)", "127.0.0.1:\(plain.port)", "127.0.0.1"] {
        if let origin = Origin(text) { options.scheduler.headers[origin] = [field] }
      }
    }
    #expect(link.verdict == .ok, "\(link.reason ?? "")")
    #expect(server.requests.first?.contains("Authorization: Bearer secret\r\n") == true)
    #expect(plain.requests.map(\.target) == ["/end"])
    #expect(plain.requests.allSatisfy { $0.header("authorization") == nil })
  }

  @Test func aCancelledStreamKeepsItsConnection() async throws {
    let conversation = HTTP2Conversation { stream in
      // The first page does not end, and is longer than what is read of one.
      stream == 1 ? .unfinished(count: 3, size: 16_000) : .page
    }
    let server = try TLSServer(
      try Self.certificates.get(), options: ["-alpn", "h2,http/1.1"], isConversation: true,
      handler: conversation.answer)
    var options = Loopback.options()
    options.scheduler.bodyLimit = 1024
    options.scheduler.host.perHost = 1
    // The server takes one connection at a time: were a second one needed, it would wait.
    options.scheduler.host.timeout = .seconds(300)
    options.scheduler.host.retries = 0
    var curl = options.curl
    curl.certificates.file = try Self.certificates.get().authority
    let resolver = Loopback.resolver()
    let checker = LinkChecker(
      options: options, transport: CurlTransport(settings: curl, resolver: resolver), resolver: resolver)
    let report = await checker.check(Loopback.links([server.url("/long"), server.url("/short")]))
    #expect(report.links.map(\.verdict) == [.ok, .ok], "\(report.links.map(\.reason))")
    #expect(conversation.streams == [1, 3])
    #expect(conversation.resets == [1])
    #expect(conversation.connections == 1)
  }

  /// Bytes that are not HTTP/2, a header that cannot be decompressed, a frame that is too long.
  static let breakages: [[UInt8]] = [
    Array("220 this is no frame, and neither is that\r\n".utf8),
    TLSServer.frame(4) + TLSServer.frame(1, flags: 4, stream: 1, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
    TLSServer.frame(4) + [0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 1],
  ]

  @Test(arguments: breakages)
  func aServerThatBreaksHTTP2IsAskedWithHTTP1(breakage: [UInt8]) async throws {
    let server = try TLSServer(try Self.certificates.get(), options: ["-alpn", "h2,http/1.1"]) { received in
      TLSServer.isHTTP2(received) ? (received.count > 24 ? breakage : nil) : TLSServer.page(received)
    }
    let link = try await Self.check(server.url())
    #expect(link.verdict == .ok, "\(link.reason ?? "")")
    #expect(server.requests.last?.hasPrefix("GET / HTTP/1.1\r\n") == true)
    #expect(server.requests.count { TLSServer.isHTTP2(Array($0.utf8)) } > 0)
  }
}
