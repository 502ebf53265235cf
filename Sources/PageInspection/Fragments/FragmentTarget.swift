import Source

/// What the fragment of a link asks of its page.
public enum FragmentTarget: Hashable, Sendable {
  /// Nothing that can be judged from its HTML.
  case nothing
  /// An element with one of these ids or names.
  case anchor(Set<String>)

  /// The most bytes of a name that is looked for.
  static let longest = 512

  /// - Parameters:
  ///   - fragment: what follows `#`, undecoded.
  ///   - host: in lower case.
  public init(_ fragment: String, host: String) {
    // A text fragment is a hint to the browser (WICG, Scroll To Text Fragment).
    let name = fragment.range(of: ":~:").map { String(fragment[..<$0.lowerBound]) } ?? fragment
    // Routes and states that a page's scripts read: `/`, `!`, `operation/list`, `gid=0`, `page=3`.
    let isForScripts = name.hasPrefix("!") || name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") }
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
      names.formUnion([decoded.lowercased(), "user-content-" + decoded.lowercased()])
    }
    self = .anchor(names)
  }

  /// Whether a forge's scripts make what the fragment names: a file below a folder, lines of a file, comments of a thread, parts of a
  /// difference.
  private static func isMadeByScripts(_ name: String, _ host: String) -> Bool {
    let forges = ["github.com", "gist.github.com", "codeberg.org", "bitbucket.org", "sr.ht"]
    let isGitLab = host == "gitlab.com" || (host.hasPrefix("gitlab.") && !host.hasSuffix(".io"))
    guard forges.contains(host) || isGitLab || host.hasPrefix("gitea.") else { return false }
    // GitLab fetches the readme of a project after the page.
    if isGitLab { return true }
    if name.lowercased() == "readme" || name.hasSuffix("-ov-file") || name == "start-of-content" { return true }
    let made = [
      "issuecomment-", "discussion", "pullrequestreview-", "diff-", "commitcomment-", "issue-", "lines-", "file-",
    ]
    if made.contains(where: { name.hasPrefix($0) }) { return true }
    guard name.first == "L" || name.first == "l" else { return false }
    return name.dropFirst().allSatisfy { $0.isNumber || $0 == "-" || $0 == "L" || $0 == "C" } && name.count > 1
  }
}

extension String {
  /// Where a text first stands in this one.
  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
