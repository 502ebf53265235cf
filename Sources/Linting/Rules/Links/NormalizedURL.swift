import Source

/// A web address in the form in which two that lead to the same page are equal.
struct NormalizedURL: Hashable {
  let text: String

  /// The form of an absolute web address; nil for anything else.
  init?(_ url: String) {
    var url = url
    var normal: [UInt8] = []
    guard url.withUTF8({ unsafe Self.normalize($0, into: &normal) }) else { return nil }
    text = String(decoding: normal, as: UTF8.self)
  }

  /// The hash of the form of an address; nil for anything but an absolute web address.
  static func hash(of url: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64? {
    var normal: [UInt8] = []
    return unsafe normalize(url, into: &normal) ? TextHash.of(normal, seed: seed) : nil
  }

  /// Appends the form of an address to nothing; false for anything but an absolute web address.
  private static func normalize(_ bytes: UnsafeBufferPointer<UInt8>, into normal: inout [UInt8]) -> Bool {
    guard let start = unsafe schemeLength(bytes) else { return false }
    // Where the host, the path and the query end.
    var (slash, mark, hash) = (bytes.count, bytes.count, bytes.count)
    for index in start..<bytes.count {
      let byte = unsafe bytes[index]
      if byte == UInt8(ascii: "#") {
        hash = index
        break
      }
      if byte == UInt8(ascii: "/"), slash == bytes.count, mark == bytes.count { slash = index }
      if byte == UInt8(ascii: "?"), mark == bytes.count { mark = index }
    }
    mark = min(mark, hash)
    slash = min(slash, mark)
    unsafe appendHost(bytes[start..<slash], to: &normal)
    var fragment = unsafe bytes[hash...]
    var isRepository = false
    if isGitHub(normal) {
      isRepository = unsafe appendGitHubPath(bytes[slash..<mark], to: &normal) == 2
      if isRepository, unsafe fragment.count == 7,
        unsafe fragment.lazy.map(\.asciiLowercased).elementsEqual("#readme".utf8)
      {
        unsafe fragment = fragment.prefix(0)
      }
    } else if let site = KnownSite(host: normal) {
      let page = unsafe site.page(
        path: String(decoding: bytes[slash..<mark], as: UTF8.self),
        query: withoutTracking(
          String(decoding: bytes[min(mark + 1, hash)..<hash], as: UTF8.self)[...], isRepository: false))
      normal = Array(page.utf8)
      unsafe normal.append(contentsOf: fragment)
      return true
    } else {
      var end = mark
      for index in ["/index.html", "/index.htm"] as [StaticString] where end - slash >= index.utf8CodeUnitCount {
        let start = end - index.utf8CodeUnitCount
        let isIndex = index.withUTF8Buffer { name in name.indices.allSatisfy { unsafe bytes[start + $0] == name[$0] } }
        if isIndex { end = start }
      }
      while end > slash, unsafe bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
      unsafe normal.append(contentsOf: bytes[slash..<end])
    }
    if mark + 1 < hash {
      let written = unsafe String(decoding: bytes[(mark + 1)..<hash], as: UTF8.self)
      let query = withoutTracking(written[...], isRepository: isRepository)
      if !query.isEmpty { normal += "?\(query)".utf8 }
    }
    unsafe normal.append(contentsOf: fragment)
    return true
  }

  /// The length of `http://` or `https://`; nil where an address does not begin so.
  private static func schemeLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for scheme in ["https://", "http://"] as [StaticString] {
      let length = scheme.utf8CodeUnitCount
      guard bytes.count >= length else { continue }
      let isEqual = scheme.withUTF8Buffer { scheme in
        scheme.indices.allSatisfy { unsafe bytes[$0].asciiLowercased == scheme[$0] }
      }
      if isEqual { return length }
    }
    return nil
  }

  private static func isGitHub(_ host: [UInt8]) -> Bool {
    host.count == 10 && host.holds("github.com", at: 0)
  }

  /// Appends a host in lower case, without `www.` and the ports that are meant anyway.
  private static func appendHost(_ written: Slice<UnsafeBufferPointer<UInt8>>, to normal: inout [UInt8]) {
    if unsafe written.allSatisfy({ $0 < 0x80 }) {
      unsafe normal.append(contentsOf: written)
      normal.lowercaseASCII(from: 0)
    } else {
      unsafe normal += String(decoding: written, as: UTF8.self).lowercased().utf8
    }
    if normal.holds("www.", at: 0) { normal.removeFirst(4) }
    if normal.holds(":80", at: normal.count - 3) { normal.removeLast(3) }
    if normal.holds(":443", at: normal.count - 4) { normal.removeLast(4) }
  }

  /// Appends the path of a page on GitHub, and returns how many parts it has.
  ///
  /// A repository's page has several addresses, and GitHub does not regard letter case in owners and names.
  private static func appendGitHubPath(_ path: Slice<UnsafeBufferPointer<UInt8>>, to normal: inout [UInt8]) -> Int {
    let host = normal.count
    var count = 0
    // Where the last part begins, and where the second one ends.
    var (part, repository) = (host, host)
    var isTree = false
    var start = unsafe path.startIndex
    while unsafe start < path.endIndex {
      var end = start
      while unsafe end < path.endIndex, unsafe path[end] != UInt8(ascii: "/") { end += 1 }
      if end > start {
        count += 1
        part = normal.count
        normal.append(UInt8(ascii: "/"))
        unsafe normal.append(contentsOf: path[start..<end])
        if count == 2 { repository = normal.count }
        if count == 3 { isTree = normal.count - part == 5 && normal.holds("/tree", at: part) }
      }
      start = end + 1
    }
    if count == 4, isTree {
      normal.removeLast(normal.count - repository)
      count = 2
    } else if count == 2 {
      normal.lowercaseASCII(from: part)
      if normal.count - part > 4, normal.holds(".git", at: normal.count - 4) { normal.removeLast(4) }
    }
    normal.lowercaseASCII(from: host, to: count < 2 ? normal.count : min(repository, normal.count))
    return count
  }

  /// A query without tracking parameters, and without the default tab of a repository's page.
  private static func withoutTracking(_ query: Substring, isRepository: Bool) -> String {
    query.parts(at: "&").filter { parameter in
      !TrackingParameters.contains(parameter.upTo("="))
        && !(isRepository && parameter == "tab=readme-ov-file")
    }.joined(separator: "&")
  }
}
