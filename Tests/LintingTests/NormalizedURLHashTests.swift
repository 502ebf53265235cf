import Testing

@testable import Linting

/// The hashes that distinguish addresses before their normalized forms are made.
@Suite("Hashes of addresses")
struct NormalizedURLHashTests {
  @Test(
    "The hash of an address is that of its normalized form",
    arguments: [
      "https://example.org", "http://www.example.org/", "HTTPS://WWW.Example.org/A/b//", "https://example.org:443/a",
      "https://example.org/a?utm_source=z&b=c", "https://example.org/a#B", "https://example.org?a", "https://www.",
      "https://github.com/O/R", "https://GitHub.com/o/r.git", "https://github.com/o/r#readme",
      "https://github.com/o/r/",
      "https://github.com/o/R?tab=readme-ov-file&a=b#readme",
      "https://github.com/O/r/tree/main", "https://github.com/o", "https://github.com/o/R/issues#README",
      "https://www.github.com/o/r#ReadMe", "https://example.org/ä", "https://EXAMPLE.org/caf\u{E9}", "https://",
      "http:/",
      "https://github.com//o/r", "https://example.org/a#b?c:d", "https://user:word@example.org/a",
    ])
  func hash(_ address: String) {
    var url = address
    let hash = url.withUTF8 { NormalizedURL.hash(of: $0, seed: 7) }
    #expect(hash == NormalizedURL(address).map { TextHash.of(Array($0.text.utf8), seed: 7) })
  }
}
