import Source

/// A web address whose normalized form is made of stretches of its own bytes, as that of nearly every one is.
struct PlainAddress {
  private let host: Slice<UnsafeBufferPointer<UInt8>>
  private let path: Slice<UnsafeBufferPointer<UInt8>>
  private let fragment: Slice<UnsafeBufferPointer<UInt8>>
  private let isOnGitHub: Bool

  /// Reads an address in ASCII without port and query; nil for others, and where a path on GitHub is not certain to be that of a
  /// repository's front page.
  init?(_ url: UnsafeBufferPointer<UInt8>) {
    guard let start = Self.schemeLength(url) else { return nil }
    var (slash, hash) = (url.count, url.count)
    for index in start..<url.count {
      let byte = url[index]
      if byte >= 0x80 { return nil }
      if byte > UInt8(ascii: "?") || hash < url.count { continue }
      switch byte {
      case UInt8(ascii: "?"): return nil
      case UInt8(ascii: ":") where slash == url.count: return nil
      case UInt8(ascii: "#"): hash = index
      case UInt8(ascii: "/"): slash = min(slash, index)
      default: break
      }
    }
    slash = min(slash, hash)
    let isPrefixed = Self.isEqual(url[start..<min(start + 4, slash)], "www.")
    host = url[(isPrefixed ? start + 4 : start)..<slash]
    isOnGitHub = Self.isEqual(host, "github.com")
    let isFrontPage = isOnGitHub && Self.hasTwoParts(url[slash..<hash])
    if isOnGitHub, !isFrontPage { return nil }
    var end = hash
    while end > slash, url[end - 1] == UInt8(ascii: "/") { end -= 1 }
    path = url[slash..<end]
    let fragment = url[hash...]
    self.fragment = isFrontPage && Self.isEqual(fragment, "#readme") ? fragment.prefix(0) : fragment
  }

  /// The hash of the normalized form.
  func hash(seed: UInt64) -> UInt64 {
    var hash = TextHash(seed: seed)
    for byte in host { hash.add(byte.asciiLowercased) }
    if isOnGitHub {
      for byte in path { hash.add(byte.asciiLowercased) }
    } else {
      for byte in path { hash.add(byte) }
    }
    for byte in fragment { hash.add(byte) }
    return hash.value
  }

  private static func schemeLength(_ url: UnsafeBufferPointer<UInt8>) -> Int? {
    for scheme in ["https://", "http://"] as [StaticString] {
      let length = scheme.utf8CodeUnitCount
      if url.count >= length, isEqual(url[..<length], scheme) { return length }
    }
    return nil
  }

  /// Whether some bytes are those of a short text in lower case, whatever their own case.
  private static func isEqual(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for position in wanted.indices where bytes[bytes.startIndex + position].asciiLowercased != wanted[position] {
        return false
      }
      return true
    }
  }

  /// Whether a path is certain to be of two parts, without a slash behind it or the end of a repository's address for programs.
  static func hasTwoParts(_ path: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard path.first == UInt8(ascii: "/"), path.last != UInt8(ascii: "/"), !isEqual(path.suffix(4), ".git") else {
      return false
    }
    var slash: Int?
    for index in (path.startIndex + 1)..<path.endIndex where path[index] == UInt8(ascii: "/") {
      if slash != nil || index == path.startIndex + 1 { return false }
      slash = index
    }
    return slash != nil
  }
}
