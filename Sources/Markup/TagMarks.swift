/// The first characters of a tag or comment.
enum TagMark: Hashable {
  case start(String)
  case end(String)
  case comment
}

/// Where the tags of a text may stand, by their first characters: found in one pass, asked in the order of the text.
///
/// The parser reports many tags that it only implies. To look for each of those anew would take quadratic time.
final class TagMarks {
  /// The offsets of each mark, the last first.
  private var places: [TagMark: [Int]] = [:]

  init(_ bytes: [UInt8]) {
    for index in bytes.indices.reversed() where bytes[index] == UInt8(ascii: "<") {
      if let mark = Self.mark(bytes, at: index) { places[mark, default: []].append(index) }
    }
  }

  /// The first place of a mark in a range; places before the range are forgotten.
  func next(_ mark: TagMark, from start: Int, before limit: Int) -> Int? {
    guard let found = places.index(forKey: mark) else { return nil }
    while let last = places.values[found].last, last < start { places.values[found].removeLast() }
    guard let place = places.values[found].last, place < limit else { return nil }
    return place
  }

  private static func mark(_ bytes: [UInt8], at index: Int) -> TagMark? {
    if bytes[index...].starts(with: "<!--".utf8) { return .comment }
    let isEnd = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
    let start = index + (isEnd ? 2 : 1)
    // The parser's names are at most 100 bytes long.
    let name = bytes[start...].prefix(100).prefix(while: isNameByte)
    guard !name.isEmpty else { return nil }
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return isEnd ? .end(text) : .start(text)
  }

  /// Whether libxml2 takes a byte as part of an element's name.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}
