import Source

/// The form of a web address, read from its bytes without making a string.
struct AddressOutline {
  let range: SourceRange
  /// Whether at most a slash follows the host.
  let isHostAlone: Bool
  /// Whether the address may have a problem: nearly all have none.
  let mayHaveProblem: Bool

  /// Those of some places whose addresses begin with `http://` or `https://`.
  static func all(of places: [SourceRange], in source: SourceText) -> [AddressOutline] {
    let hosts = specialHosts
    return unsafe source.bytes.withUnsafeBufferPointer { bytes in
      places.compactMap { place in
        let url = unsafe UnsafeBufferPointer(rebasing: bytes[place.range.clamped(to: bytes.indices)])
        return unsafe AddressOutline(url, at: place, hosts)
      }
    }
  }

  private init?(_ url: UnsafeBufferPointer<UInt8>, at range: SourceRange, _ hosts: WordFilter) {
    guard let start = unsafe Self.begins(url, with: "https://") ?? Self.begins(url, with: "http://") else { return nil }
    var slash: Int?
    var isOdd = false
    // What the scheme ends in.
    var previous = UInt8(ascii: "/")
    var index = start
    while index < url.count {
      let byte = unsafe url[index]
      // Letters come after all of these.
      if byte <= UInt8(ascii: "/") {
        switch byte {
        case UInt8(ascii: "/"):
          if previous == byte { isOdd = true }
          if slash == nil { slash = index }
        case UInt8(ascii: "%"), UInt8(ascii: " "): isOdd = true
        // A tag that is not closed takes the lines after it for its address.
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
        default: break
        }
      }
      previous = byte
      index &+= 1
    }
    self.range = range
    isHostAlone = start < url.count && (slash.map { $0 + 1 == url.count } ?? true)
    mayHaveProblem = unsafe isOdd || Self.isSpecial(url[start..<(slash ?? url.count)], hosts) || Self.endsSpecially(url)
  }

  /// The length of a scheme; nil where an address does not begin so.
  private static func begins(_ url: UnsafeBufferPointer<UInt8>, with scheme: StaticString) -> Int? {
    scheme.withUTF8Buffer { scheme in
      guard url.count >= scheme.count else { return nil }
      for position in scheme.indices where unsafe url[position] != scheme[position] { return nil }
      return scheme.count
    }
  }

  /// Whether a host is none, or may be a shortener or the archive; what divides its name from a query or fragment is taken as a part of it.
  private static func isSpecial(_ host: Slice<UnsafeBufferPointer<UInt8>>, _ hosts: WordFilter) -> Bool {
    var start = unsafe host.startIndex
    guard let first = unsafe host.first else { return false }
    if first == UInt8(ascii: "h"), unsafe host.starts(with: "http".utf8) { return true }
    let end = unsafe host.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? host.endIndex
    // As far as that matters here, `www.`.
    let isPrefixed = unsafe end - start > 4 && host[start + 3] == UInt8(ascii: ".")
    if isPrefixed, first.asciiLowercased == UInt8(ascii: "w") { start += 4 }
    guard start < end else { return false }
    let last = unsafe host[end - 1]
    return unsafe last >= 0x80
      || hosts.mayHold(length: end - start, first: host[start].asciiLowercased, last: last.asciiLowercased)
      || hosts.mayHold(length: end - host.startIndex, first: first.asciiLowercased, last: last)
  }

  /// Whether an address ends in `.git` or `.md`, final slashes aside.
  private static func endsSpecially(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    let url = unsafe url.last == UInt8(ascii: "/") ? url.dropLast() : url[...]
    guard let last = unsafe url.last?.asciiLowercased else { return false }
    switch last {
    case UInt8(ascii: "t"): return unsafe url.suffix(4).elementsEqual(".git".utf8)
    case UInt8(ascii: "d"): return unsafe url.suffix(3).map(\.asciiLowercased).elementsEqual(".md".utf8)
    default: return false
    }
  }

  private static let specialHosts = WordFilter(URLProblem.shorteners.union(["web.archive.org"]))
}
