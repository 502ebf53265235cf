import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let urlHTTP = Rule(
    id: "url-http",
    summary: "Use https in addresses.",
    details: "Local names and IP addresses are not checked.",
    rationale: "Others can read and change a page that comes over http. Nearly every site serves https.",
    fix: "`--unsafe-fixes` writes `https`; only a request shows whether the site serves it.",
    presets: [:],
    example: .pair("- [jq](↓http://jqlang.org) - JSON processor.\n", "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good(
        "- [A](https://example.org) - Text.\n- [B](http://localhost:8080) - Text.\n- [C](http://10.0.0.1/) - Text.\n"),
      .bad("- [A](↓http://example.org) - Text.\n", fixed: "- [A](https://example.org) - Text.\n"),
      .bad("- [A](↓http://example.org:80/) - Text.\n"),
      .bad("- [A](↓http://me:pw@example.org) - Text.\n", fixed: "- [A](https://me:pw@example.org) - Text.\n"),
    ]
  ) { context in
    context.index.links.filter { !$0.url.begins(with: "https:") }.compactMap { link in
      guard let rest = link.url.lowercased().removing(prefix: "http://"), isPublic(rest) else { return nil }
      let scheme = link.destinationRange.map { SourceRange($0.lowerBound, $0.lowerBound + 4) }
      let isWritten = scheme.map { context.source[$0].lowercased() == "http" } ?? false
      return context.diagnostic(
        "unencrypted address; use “https://” if the site serves it", at: link.destinationRange ?? link.range,
        // What listens at a port speaks the one or the other.
        fix: isWritten && !hasPort(rest) ? scheme.map { .unsafe(Edit($0, "https")) } : nil)
    }
  }

  private static func hasPort(_ rest: Substring) -> Bool {
    authority(rest).holds(":")
  }

  /// The host and port of a URL, given from the end of its scheme.
  private static func authority(_ rest: Substring) -> Substring {
    rest.upTo("/?#").parts(at: "@").last ?? ""
  }

  /// Whether a host is a name of the public web, which can have a certificate.
  private static func isPublic(_ rest: Substring) -> Bool {
    let host = authority(rest).upTo(":")
    guard host.holds("."), !host.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }) else { return false }
    return ![".onion", ".local", ".localhost", ".test", ".internal", ".i2p"].contains { host.ends(with: $0) }
  }
}
