import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let urlForm = Rule(
    id: "url-form",
    summary: "Addresses are written as their sites write them.",
    rationale: """
      A doubled scheme, a stray blank or a broken percent sign makes a dead link; `.git` behind a repository is for programs; \
      and what a shortener hides can change or vanish.
      """,
    defaultSeverity: .warning,
    examples: [
      .good(
        "- [A](https://example.org/a%20b) - Text.\n- [B](https://web.archive.org/web/2020/http://b.example/) - Text.\n"),
      .bad("- [A](↓https://github.com/o/r.git) - Text.\n", fixed: "- [A](https://github.com/o/r) - Text.\n"),
      .bad("- [A](↓https://github.com//o/r) - Text.\n", fixed: "- [A](https://github.com/o/r) - Text.\n"),
      .bad("- [A](↓https://http://example.org) - Text.\n", fixed: "- [A](http://example.org) - Text.\n"),
      .bad("- [A](↓https://example.org/a%20) - Text.\n", fixed: "- [A](https://example.org/a) - Text.\n"),
      .bad("- [A](<↓https://example.org/a b>) - Text.\n", fixed: "- [A](<https://example.org/a%20b>) - Text.\n"),
      .bad("- [A](↓https://example.org/100%) - Text.\n"),
      .bad("- [A](↓https://bit.ly/abc) - Text.\n"),
    ]
  ) { context in
    context.list.destinationRanges.compactMap { range in
      let bytes = context.source.bytes(in: range)
      guard bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8),
        URLProblem.isPossible(bytes), let problem = URLProblem(of: context.source[range])
      else { return nil }
      let fix = problem.corrected.map { Fix(edits: [Edit(range, $0)], isSafe: problem.isSafe) }
      return context.diagnostic(problem.message, at: range, fix: fix)
    }
  }
}

/// What is wrong with the form of a web address.
private struct URLProblem {
  let message: String
  let corrected: String?
  /// Whether the corrected address leads to the same page.
  let isSafe: Bool

  private init(_ message: String, _ corrected: String? = nil, isSafe: Bool = false) {
    self.message = message
    self.corrected = corrected
    self.isSafe = isSafe
  }

  /// Whether an address may have a problem: nearly all have none, and their bytes tell.
  static func isPossible(_ url: ArraySlice<UInt8>) -> Bool {
    let rest = url.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    let host = rest.prefix { $0 != UInt8(ascii: "/") }
    return url.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: " ") } || rest.starts(with: "http".utf8)
      || host.count <= 13 || rest.contains("//") || url.suffix(5).contains(".git")
  }

  init?(of url: String) {
    let rest = url.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    let host = String(decoding: rest.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self).lowercased()
    if ["http://", "https://", "http//", "https//"].contains(where: { rest.starts(with: $0.utf8) }) {
      let inner = String(decoding: rest, as: UTF8.self)
      self.init("the address begins twice; write “\(inner)”", inner.contains("://") ? inner : nil)
    } else if url.utf8.suffix(3).elementsEqual("%20".utf8) || url.utf8.starts(with: "https:// ".utf8) {
      var trimmed = url
      while trimmed.hasSuffix("%20") { trimmed.removeLast(3) }
      self.init("a blank ends the address; remove it", trimmed)
    } else if url.utf8.contains(UInt8(ascii: " ")) {
      self.init("a blank in an address is written “%20”", url.replacing(" ", with: "%20"), isSafe: true)
    } else if Self.hasLonePercentSign(url.utf8) {
      self.init("“%” in an address stands before two hexadecimal digits; write “%25” for the sign itself")
    } else if host == "github.com", url.utf8.suffix(5).contains("git"),
      let match = url.wholeMatch(of: /(https?:\/\/[^\/]+\/[^\/?#]+\/[^\/?#]+)\.git\/?/)
    {
      self.init("the repository's page has no “.git”; write “\(match.1)”", String(match.1), isSafe: true)
    } else if host == "github.com", rest.contains("//"),
      let match = url.wholeMatch(of: /(https?:\/\/[^\/]+)\/\/+([^\/].*)/)
    {
      self.init("a slash too many; write “\(match.1)/\(match.2)”", "\(match.1)/\(match.2)", isSafe: true)
    } else if Self.shorteners.contains(host) {
      self.init("a shortened address hides where it leads; write the address itself")
    } else {
      return nil
    }
  }

  /// Whether a percent sign stands before anything but two hexadecimal digits.
  private static func hasLonePercentSign(_ url: String.UTF8View) -> Bool {
    guard url.contains(UInt8(ascii: "%")) else { return false }
    let bytes = Array(url)
    return bytes.indices.contains { index in
      guard bytes[index] == UInt8(ascii: "%") else { return false }
      let digits = bytes[(index + 1)...].prefix(2)
      return digits.count < 2 || !digits.allSatisfy(\.isHexDigit)
    }
  }

  private static let shorteners: Set<String> = [
    "bit.ly", "goo.gl", "tinyurl.com", "t.co", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly", "shorturl.at",
    "git.io",
    "tiny.cc", "bl.ink",
  ]
}
