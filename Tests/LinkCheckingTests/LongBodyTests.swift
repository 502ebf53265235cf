import TestSupport
import Testing

@testable import LinkChecking

/// Endless bodies, read for a fragment.
@Suite struct LongBodyTests {
  @Test(arguments: ["/endless", "/endless-tags", "/large", "/bomb", "/endless-markdown.md"])
  func aLongBodyIsReadUpToItsCap(path: String) async throws {
    let server = try WebServer { request in
      let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
      switch request.target {
      case "/endless":
        return WebReply([.send(Array((html + "\r\n").utf8)), .sendForever(Array(repeating: 65, count: 65536))])
      case "/endless-tags":
        return WebReply([
          .send(Array((html + "\r\n").utf8)), .sendForever(Array("<p id=a class='b'>text &amp; more".utf8)),
        ])
      case "/endless-markdown.md":
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
        return WebReply([.send(Array(head.utf8)), .sendForever(Array("# Heading\n\nText *and* text.\n".utf8))])
      case "/large":
        return WebReply([
          .send(Array((html + "Content-Length: 104857600\r\n\r\n").utf8)),
          .sendForever(Array(repeating: 66, count: 65536)),
        ])
      default:
        let bomb = GzipBomb.body(decodedBytes: 64 << 20)
        return WebReply([
          .send(Array((html + "Content-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n").utf8) + bomb)
        ])
      }
    }
    let report = await Loopback.check([server.url(path + "#part")])
    #expect(report.links.map(\.verdict) == [.suspect], "\(report.links.first?.reason ?? "")")
    // Without a cap its time would run out, which has another reason.
    #expect(report.links.first?.reason?.contains("too long") == true, "\(report.links.first?.reason ?? "")")
  }

  @Test func deeplyNestedElementsAreReadInTime() async throws {
    let body = String(repeating: "<i>", count: 300_000) + String(repeating: "</b>", count: 300_000)
    let server = try WebServer { _ in .status(200, [("Content-Type", "text/html")], body: "<p id=a>Text" + body) }
    let report = await Loopback.check([server.url("/deep#a"), server.url("/deep#b")])
    #expect(report.links.map(\.verdict) == [.ok, .suspect])
    #expect(report.links.last?.reason == "“#b” was not found: its elements are nested too deeply")
  }

  /// A body that is encoded twice can take hours to decode, during which libcurl calls nothing that could stop it.
  @Test(arguments: [
    [("Content-Encoding", "gzip, gzip")], [("Content-Encoding", "GZIP"), ("Content-encoding", "identity ,gzip")],
    [("Content-Encoding", "gzip"), ("Transfer-Encoding", "gzip")],
  ])
  func aBodyThatIsEncodedTwiceIsNotDecoded(fields: [(String, String)]) async throws {
    // `<p id=part>Text`
    let body: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 147, 239, 230, 96, 0, 1, 38, 230, 205, 154, 1, 39, 124, 54, 234, 122, 232, 104,
      109, 228, 246, 92, 171, 193, 200, 240, 174, 84, 49, 135, 31, 40, 5, 0, 179, 205, 190, 5, 35, 0, 0, 0,
    ]
    let server = try WebServer { request in
      let status = request.target == "/gone" ? "404 Not Found" : "200 OK"
      let head = (["HTTP/1.1 \(status)", "Content-Type: text/html"] + fields.map { "\($0): \($1)" } + ["", ""])
      return WebReply([.send(Array(head.joined(separator: "\r\n").utf8) + body), .close])
    }
    let report = await Loopback.check([server.url("/page"), server.url("/page#part"), server.url("/gone")])
    #expect(report.links.map(\.verdict) == [.ok, .suspect, .gone])
    #expect(report.links[1].reason == "“#part” was not found: its body cannot be decoded")
  }

  /// Brotli needs up to 16 MiB for each body: for 256 at a time that is all the memory of a machine.
  @Test func anEncodingThatWasNotOfferedIsNotReadOn() async throws {
    // `<p>`, 200,000 letters, `<p id=part>`
    let body: [UInt8] = [
      91, 77, 13, 131, 223, 113, 224, 198, 90, 236, 167, 68, 193, 167, 228, 73, 131, 171, 32, 178, 244, 233, 1, 73, 69,
      100, 57, 173, 16, 136, 234, 124, 130, 1, 35, 174, 79, 13, 0,
    ]
    let server = try WebServer { _ in
      let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n"
      return WebReply([.send(Array("\(head)Content-Length: \(body.count)\r\n\r\n".utf8) + body)])
    }
    let report = await Loopback.check([server.url("/#part")])
    #expect(report.links.map(\.verdict) == [.suspect])
    #expect(server.requests.first?.header("accept-encoding") == "gzip, deflate")
  }

  @Test func theBombIsSmall() throws {
    let bomb = GzipBomb.body(decodedBytes: 1 << 20)
    #expect(bomb.count < 8000)
  }
}
