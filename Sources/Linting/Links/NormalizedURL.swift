/// A web address in the form in which two that lead to the same page are equal.
struct NormalizedURL: Hashable {
  let text: String

  /// The form of an absolute web address; nil for anything else.
  init?(_ url: String) {
    guard let scheme = url.firstRange(of: "://"), ["http", "https"].contains(url[..<scheme.lowerBound].lowercased())
    else {
      return nil
    }
    var rest = url[scheme.upperBound...]
    var fragment = ""
    if let hash = rest.firstIndex(of: "#") {
      fragment = String(rest[hash...])
      rest = rest[..<hash]
    }
    var query = ""
    if let mark = rest.firstIndex(of: "?") {
      query = Self.withoutTracking(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    var host = rest[..<slash].lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    if host.hasSuffix(":80") { host.removeLast(3) }
    if host.hasSuffix(":443") { host.removeLast(4) }
    var path = String(rest[slash...])
    while path.hasSuffix("/") { path.removeLast() }
    if host == "github.com" { (path, fragment) = Self.onGitHub(path, fragment: fragment) }
    text = host + path + (query.isEmpty ? "" : "?" + query) + fragment
  }

  /// A repository's page has several addresses, and GitHub does not regard letter case in owners and names.
  private static func onGitHub(_ path: String, fragment: String) -> (path: String, fragment: String) {
    var parts = path.split(separator: "/").map(String.init)
    for index in parts.indices.prefix(2) { parts[index] = parts[index].lowercased() }
    if parts.count == 2, parts[1].hasSuffix(".git") { parts[1].removeLast(4) }
    if parts.count == 4, parts[2] == "tree" { parts.removeLast(2) }
    let isFrontPage = parts.count == 2 && fragment.lowercased() == "#readme"
    return (parts.map { "/" + $0 }.joined(), isFrontPage ? "" : fragment)
  }

  private static func withoutTracking(_ query: Substring) -> String {
    query.split(separator: "&").filter { !TrackingParameters.contains($0.prefix { $0 != "=" }) }
      .joined(separator: "&")
  }
}
