import Source

/// A key for the tags with one name, case-insensitive, or for comments.
struct TagKey: Hashable {
  private enum Kind: UInt8 {
    case start, end, comment
  }

  private let kind: Kind
  private let length: Int
  /// The first eight bytes of the name, and a hash of the others.
  private let first: UInt64
  private let rest: UInt64

  static let comment = unsafe TagKey(.comment, UnsafeRawBufferPointer(start: nil, count: 0))

  static func start(_ name: UnsafeRawBufferPointer) -> TagKey { unsafe TagKey(.start, name) }
  static func end(_ name: UnsafeRawBufferPointer) -> TagKey { unsafe TagKey(.end, name) }

  private init(_ kind: Kind, _ name: UnsafeRawBufferPointer) {
    var (first, rest) = (UInt64(0), UInt64(0))
    for index in 0..<name.count {
      let folded = UInt64(unsafe name[index].asciiLowercased)
      if index < 8 { first = first << 8 | folded } else { rest = rest &* 257 &+ folded }
    }
    self.kind = kind
    length = name.count
    self.first = first
    self.rest = rest
  }
}

/// The offsets of the tags and comments of a text, found in one pass.
///
/// The parser reports many implied tags; a search for each of them would take quadratic time.
final class TagIndex {
  /// The offsets for each key, in descending order.
  private var offsets: [TagKey: [Int]] = [:]

  init(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in
      for index in bytes.indices.reversed() where bytes[index] == UInt8(ascii: "<") {
        if let key = unsafe Self.key(buffer, at: index) { offsets[key, default: []].append(index) }
      }
    }
  }

  /// The first offset for a key in a range; offsets before the range are removed.
  func next(_ key: TagKey, from start: Int, before limit: Int) -> Int? {
    guard let found = offsets.index(forKey: key) else { return nil }
    while let last = offsets.values[found].last, last < start { offsets.values[found].removeLast() }
    guard let offset = offsets.values[found].last, offset < limit else { return nil }
    return offset
  }

  @unsafe private static func key(_ bytes: UnsafeRawBufferPointer, at index: Int) -> TagKey? {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? unsafe bytes[index + offset] : 0 }
    if byte(1) == UInt8(ascii: "!"), byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-") { return .comment }
    let isEnd = byte(1) == UInt8(ascii: "/")
    let start = index + (isEnd ? 2 : 1)
    var end = start
    // The parser's names have at most 100 bytes.
    while end < bytes.count, end - start < 100, isNameByte(unsafe bytes[end]) { end += 1 }
    guard end > start else { return nil }
    let name = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    return unsafe isEnd ? .end(name) : .start(name)
  }

  /// Whether a byte is part of an element's name for libxml2.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte >= 0x80 || ":-_.".utf8.contains(byte)
  }
}
