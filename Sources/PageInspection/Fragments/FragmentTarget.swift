internal import Markdown
internal import Source

/// The part of a page that a link's fragment names.
public enum FragmentTarget: Hashable, Sendable {
  /// Nothing that the page's HTML can show.
  case nothing
  /// An element with one of these ids or names.
  case anchor(Set<String>)

  /// The largest number of bytes of a name.
  static let longest = 512

  /// - Parameters:
  ///   - fragment: the text after `#`, undecoded.
  ///   - host: in lower case.
  public init(_ fragment: String, host: String) {
    // A text fragment is a hint to the browser (WICG, Scroll To Text Fragment).
    let name = fragment.place(of: ":~:").map { String(fragment[..<$0.lowerBound]) } ?? fragment
    // Routes and states for a page's scripts: `/`, `!`, `operation/list`, `gid=0`, `page=3`.
    let isForScripts =
      name.begins(with: "!") || name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") }
    guard !name.isEmpty, name.lowercased() != "top", !isForScripts, name.utf8.count <= Self.longest else {
      self = .nothing
      return
    }
    let decoded = PercentEncoding.decode(name)
    guard !Self.isMadeByScripts(decoded, host) else {
      self = .nothing
      return
    }
    var names: Set = [name, decoded, "user-content-" + decoded]
    if host == "github.com" || host == "gist.github.com" {
      for name in Self.forms(of: decoded.lowercased()) { names.formUnion([name, "user-content-" + name]) }
    }
    self = .anchor(names)
  }

  /// The forms that the anchor of a heading may have on GitHub: with the selector of an emoji at its start, or without it.
  private static func forms(of name: String) -> [String] {
    let start = name.utf8.first == UInt8(ascii: "-") ? ["\u{FE0F}" + name] : []
    return [name, Fragment.certainPart(of: name)].filter { !$0.isEmpty } + start
  }

  /// Whether a forge's scripts build the part: a file below a folder, lines of a file, comments of a thread, parts of a difference.
  private static func isMadeByScripts(_ name: String, _ host: String) -> Bool {
    let forges = ["github.com", "gist.github.com", "codeberg.org", "bitbucket.org", "sr.ht"]
    let isGitLab = host == "gitlab.com" || (host.hasPrefix("gitlab.") && !host.hasSuffix(".io"))
    guard forges.contains(host) || isGitLab || host.hasPrefix("gitea.") else { return false }
    // GitLab fetches the README of a project after the page.
    if isGitLab { return true }
    if name.lowercased() == "readme" || name.hasSuffix("-ov-file") || name == "start-of-content" { return true }
    let made = [
      "issuecomment-", "discussion", "pullrequestreview-", "diff-", "commitcomment-", "issue-", "lines-", "file-",
    ]
    if made.contains(where: { name.begins(with: $0) }) { return true }
    guard let lines = name.removing(prefix: "L") ?? name.removing(prefix: "l"), !lines.isEmpty else { return false }
    return lines.utf8.allSatisfy { $0.isASCIIDigit || "-LC".utf8.contains($0) }
  }
}
