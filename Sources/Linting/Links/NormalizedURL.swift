/// A web address in the form in which two that lead to the same page are equal.
struct NormalizedURL: Hashable {
  let text: String

  private typealias Bytes = ArraySlice<UInt8>

  /// The form of an absolute web address; nil for anything else.
  init?(_ url: String) {
    let bytes = Array(url.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8),
      ["http", "https"].contains(String(decoding: bytes[..<colon].map(\.asciiLowercased), as: UTF8.self))
    else { return nil }
    var rest = bytes[(colon + 3)...]
    var fragment: Bytes = []
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[hash...]
      rest = rest[..<hash]
    }
    var query = ""
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = Self.withoutTracking(String(decoding: rest[(mark + 1)...], as: UTF8.self)[...])
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    let host = Self.host(rest[..<slash])
    var path = rest[slash...]
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    let isGitHub = host.elementsEqual("github.com".utf8)
    var normal = Array(host)
    if isGitHub {
      let page = Self.onGitHub(path)
      normal += page.path
      let isReadme = fragment.map(\.asciiLowercased).elementsEqual("#readme".utf8)
      if page.isFrontPage, isReadme { fragment = [] }
    } else {
      normal += path
    }
    if !query.isEmpty { normal += "?\(query)".utf8 }
    text = String(decoding: normal + fragment, as: UTF8.self)
  }

  /// A host in lower case, without `www.` and the ports that are meant anyway.
  private static func host(_ written: Bytes) -> Bytes {
    let isASCII = written.allSatisfy { $0 < 0x80 }
    var host =
      isASCII
      ? written.map(\.asciiLowercased)[...] : Array(String(decoding: written, as: UTF8.self).lowercased().utf8)[...]
    if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
    if host.suffix(3).elementsEqual(":80".utf8) { host = host.dropLast(3) }
    if host.suffix(4).elementsEqual(":443".utf8) { host = host.dropLast(4) }
    return host
  }

  /// A repository's page has several addresses, and GitHub does not regard letter case in owners and names.
  private static func onGitHub(_ path: Bytes) -> (path: [UInt8], isFrontPage: Bool) {
    var parts = path.split(separator: UInt8(ascii: "/"))
    for index in parts.indices.prefix(2) { parts[index] = parts[index].map(\.asciiLowercased)[...] }
    if parts.count == 2, parts[1].suffix(4).elementsEqual(".git".utf8) { parts[1].removeLast(4) }
    if parts.count == 4, parts[2].elementsEqual("tree".utf8) { parts.removeLast(2) }
    return (parts.flatMap { [UInt8(ascii: "/")] + $0 }, parts.count == 2)
  }

  private static func withoutTracking(_ query: Substring) -> String {
    query.split(separator: "&").filter { !TrackingParameters.contains($0.prefix { $0 != "=" }) }
      .joined(separator: "&")
  }
}
