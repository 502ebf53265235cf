import Source
import Testing

@testable import HTTP
@testable import LinkChecking
@testable import PageInspection

/// Random text for every parser: nothing traps, and a URL keeps its canonical spelling.
@Suite struct HostileInputTests {
  static let pieces = [
    "http://", "https:", "//", "/", "\\", "@", ":", "[", "]", "%", "%00", "%2", "..", ".", "?", "#", "127.0.0.1",
    "0x7f", "1",
    "4294967296", "::", "ffff:", "a", "example.org", "\u{FC}", "\u{2460}", "\u{3002}", "\u{202E}", "\u{1F600}", "xn--",
    "-", " ", "\t",
    "\n", "\u{0}", "\u{7F}", ";", "=", "&", ",", "\"", "remaining", "r=0", "t=99999999999", "*", "**", "user:pw@",
    ":99999", "e\u{301}",
  ]

  static func text(_ index: Int) -> String {
    let count = Int(SimulatedWeb.draw(7, UInt64(index), 0) % 9)
    return (0..<count).map { pieces[Int(SimulatedWeb.draw(7, UInt64(index), UInt64($0) + 1) % UInt64(pieces.count))] }
      .joined()
  }

  @Test func nothingTraps() throws {
    let base = try WebAddress("https://example.org/a/b?c")
    for index in 0..<4000 {
      let text = Self.text(index)
      for address in [try? WebAddress(text), try? WebAddress("http://" + text), try? base.resolving(text)] {
        guard let address else { continue }
        // The spelling that is requested is its own, but for letters in percent-encoding that a server chose, and has nothing that could
        // end a line or hide a host.
        #expect(try WebAddress(address.url).url == address.normalizedURL, "\(text.debugDescription)")
        #expect(
          address.url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !address.host.utf8.contains(UInt8(ascii: "@")))
      }
      let shown = Credentials.hidden(inURL: text)
      #expect(Credentials.hidden(inURL: shown) == shown)
      _ = RetryAfter.wait(in: [HeaderField(name: "Retry-After", value: text)], clock: .max)
      _ = RateLimit.wait(
        in: [
          HeaderField(name: "RateLimit", value: text), HeaderField(name: "X-RateLimit-Remaining", value: "0"),
          HeaderField(name: "X-RateLimit-Reset", value: text),
        ], clock: .min)
      _ = HeaderField(line: Array(text.utf8))
      _ = AddressRange(text)
      _ = StatusSet(text)
      _ = HostPattern(text)?.matches(text)
      _ = Glob(text).matches(text)
      _ = PrefixMap(text)?.apply(to: text)
      _ = MovedLinkFix.destination(text)
      for address in [text, "http://a.example/" + text].compactMap({ try? WebAddress($0) }) {
        _ = RedirectTarget.choosesLanguage(address, from: base)
        _ = RedirectTarget.isLogin(address)
        _ = SitePath(address.url).isFront
      }
      _ = RedirectTarget.hasSession(text)
      _ = SitePath(text).isFront
      _ = Page.Refresh(text)
      _ = NotFoundTitle.phrase(in: text, host: text, site: text)
    }
  }
}
