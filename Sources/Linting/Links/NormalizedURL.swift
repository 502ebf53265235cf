/// A web address in the form in which two that lead to the same page are equal.
struct NormalizedURL: Hashable {
  let text: String

  /// The form of an absolute web address; nil for anything else.
  init?(_ url: String) {
    var url = url
    let normal = url.withUTF8 { Self.normalized($0) }
    guard let normal else { return nil }
    text = String(decoding: normal, as: UTF8.self)
  }

  private static func normalized(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard var start = schemeLength(bytes) else { return nil }
    let hash = bytes[start...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
    let mark = bytes[start..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
    let slash = bytes[start..<mark].firstIndex(of: UInt8(ascii: "/")) ?? mark
    var normal: [UInt8] = []
    normal.reserveCapacity(bytes.count)
    appendHost(bytes[start..<slash], to: &normal)
    start = slash
    var fragment = bytes[hash...]
    if normal.elementsEqual("github.com".utf8) {
      let parts = appendGitHubPath(bytes[start..<mark], to: &normal)
      let isReadme = fragment.lazy.map(\.asciiLowercased).elementsEqual("#readme".utf8)
      if parts == 2, isReadme { fragment = fragment.prefix(0) }
    } else {
      var end = mark
      while end > start, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
      normal += bytes[start..<end]
    }
    if mark + 1 < hash {
      let query = withoutTracking(String(decoding: bytes[(mark + 1)..<hash], as: UTF8.self)[...])
      if !query.isEmpty { normal += "?\(query)".utf8 }
    }
    return normal + fragment
  }

  /// The length of `http://` or `https://`; nil where an address does not begin so.
  private static func schemeLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for scheme in ["https://", "http://"] as [StaticString] {
      let length = scheme.utf8CodeUnitCount
      let isEqual = scheme.withUTF8Buffer { bytes.prefix(length).lazy.map(\.asciiLowercased).elementsEqual($0) }
      if isEqual { return length }
    }
    return nil
  }

  /// Appends a host in lower case, without `www.` and the ports that are meant anyway.
  private static func appendHost(_ written: Slice<UnsafeBufferPointer<UInt8>>, to normal: inout [UInt8]) {
    if written.allSatisfy({ $0 < 0x80 }) {
      for byte in written { normal.append(byte.asciiLowercased) }
    } else {
      normal += String(decoding: written, as: UTF8.self).lowercased().utf8
    }
    if normal.starts(with: "www.".utf8) { normal.removeFirst(4) }
    if normal.suffix(3).elementsEqual(":80".utf8) { normal.removeLast(3) }
    if normal.suffix(4).elementsEqual(":443".utf8) { normal.removeLast(4) }
  }

  /// Appends the path of a page on GitHub, and returns how many parts it has.
  ///
  /// A repository's page has several addresses, and GitHub does not regard letter case in owners and names.
  private static func appendGitHubPath(_ path: Slice<UnsafeBufferPointer<UInt8>>, to normal: inout [UInt8]) -> Int {
    var parts = path.split(separator: UInt8(ascii: "/"))
    if parts.count == 2, parts[1].suffix(4).map(\.asciiLowercased) == Array(".git".utf8) { parts[1].removeLast(4) }
    if parts.count == 4, parts[2].elementsEqual("tree".utf8) { parts.removeLast(2) }
    for (position, part) in parts.enumerated() {
      normal.append(UInt8(ascii: "/"))
      if position < 2 { for byte in part { normal.append(byte.asciiLowercased) } } else { normal += part }
    }
    return parts.count
  }

  private static func withoutTracking(_ query: Substring) -> String {
    query.split(separator: "&").filter { !TrackingParameters.contains($0.prefix { $0 != "=" }) }
      .joined(separator: "&")
  }
}
