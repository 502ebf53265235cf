import Source

/// The first characters of a tag or comment, in a form that is quick to compare: a letter's case makes no difference.
struct TagMark: Hashable {
  private enum Kind: UInt8 {
    case start, end, comment
  }

  private let kind: Kind
  private let length: Int
  /// The first eight bytes of the name, and those behind them: of a long name, mixed.
  private let first: UInt64
  private let rest: UInt64

  static let comment = unsafe TagMark(.comment, UnsafeRawBufferPointer(start: nil, count: 0))

  static func start(_ name: UnsafeRawBufferPointer) -> TagMark { unsafe TagMark(.start, name) }
  static func end(_ name: UnsafeRawBufferPointer) -> TagMark { unsafe TagMark(.end, name) }

  private init(_ kind: Kind, _ name: UnsafeRawBufferPointer) {
    var (first, rest) = (UInt64(0), UInt64(0))
    for index in 0..<name.count {
      let folded = unsafe UInt64(name[index].asciiLowercased)
      if index < 8 { first = first << 8 | folded } else { rest = rest &* 257 &+ folded }
    }
    self.kind = kind
    length = name.count
    self.first = first
    self.rest = rest
  }
}

/// Where the tags of a text may stand, by their first characters: found in one pass, asked in the order of the text.
///
/// The parser reports many tags that it only implies. To look for each of those anew would take quadratic time.
final class TagMarks {
  /// The offsets of each mark, the last first.
  private var places: [TagMark: [Int]] = [:]

  init(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in
      for index in bytes.indices.reversed() where bytes[index] == UInt8(ascii: "<") {
        if let mark = unsafe Self.mark(buffer, at: index) { places[mark, default: []].append(index) }
      }
    }
  }

  /// The first place of a mark in a range; places before the range are forgotten.
  func next(_ mark: TagMark, from start: Int, before limit: Int) -> Int? {
    guard let found = places.index(forKey: mark) else { return nil }
    while let last = places.values[found].last, last < start { places.values[found].removeLast() }
    guard let place = places.values[found].last, place < limit else { return nil }
    return place
  }

  @unsafe private static func mark(_ bytes: UnsafeRawBufferPointer, at index: Int) -> TagMark? {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? unsafe bytes[index + offset] : 0 }
    if byte(1) == UInt8(ascii: "!"), byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-") { return .comment }
    let isEnd = byte(1) == UInt8(ascii: "/")
    let start = index + (isEnd ? 2 : 1)
    var end = start
    // The parser's names are at most 100 bytes long.
    while end < bytes.count, end - start < 100, isNameByte(unsafe bytes[end]) { end += 1 }
    guard end > start else { return nil }
    let name = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    return unsafe isEnd ? .end(name) : .start(name)
  }

  /// Whether libxml2 takes a byte as part of an element's name.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...: true
    default: byte.isASCIIAlphanumeric
    }
  }
}
