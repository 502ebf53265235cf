import Source

/// Ranges of the source, such as the texts that a reader sees, each with its kinds of bytes.
struct TextRanges: Sendable {
  let all: [SourceRange]
  private let traits: [ByteTraits]

  init(_ ranges: [SourceRange], in source: SourceText) {
    all = ranges
    traits = ByteTraits.of(ranges, in: source)
  }

  /// The ranges with some of these bytes.
  func holding(_ wanted: ByteTraits) -> [SourceRange] {
    var found: [SourceRange] = []
    for index in all.indices where !traits[index].isDisjoint(with: wanted) { found.append(all[index]) }
    return found
  }
}

/// Finds the ranges that begin in another one; fast if both are in the order of the text.
struct RangeCursor {
  private let ranges: [SourceRange]
  private var next = 0

  init(_ ranges: [SourceRange]) {
    self.ranges = ranges
  }

  /// The positions of those that begin in a range; nil where there are none.
  mutating func beginning(in range: SourceRange) -> Range<Int>? {
    let isBehind = next == ranges.count || ranges[next].lowerBound >= range.lowerBound
    if !isBehind || next > 0 && ranges[next - 1].lowerBound >= range.lowerBound {
      next = ranges.partitioningIndex { $0.lowerBound >= range.lowerBound }
    }
    let first = next
    while next < ranges.count, ranges[next].lowerBound < range.upperBound { next += 1 }
    return first < next ? first..<next : nil
  }
}

/// The kinds of bytes in a range of text, so that a rule skips the texts that cannot concern it.
struct ByteTraits: OptionSet, Sendable {
  let rawValue: UInt8

  static let ampersand = ByteTraits(rawValue: 1 << 0)
  static let colon = ByteTraits(rawValue: 1 << 1)
  /// `[` or `]`.
  static let squareBracket = ByteTraits(rawValue: 1 << 2)
  /// A quote or bracket of ASCII, or the first byte of characters among which are those of other scripts.
  static let pair = ByteTraits(rawValue: 1 << 3)
  /// A mark that is not to be doubled, or the first byte of one.
  static let repeatable = ByteTraits(rawValue: 1 << 4)
  /// The first byte of most emoji.
  static let picture = ByteTraits(rawValue: 1 << 5)

  static let questionMark = ByteTraits(rawValue: 1 << 6)
  /// `*` or `~`.
  static let emphasis = ByteTraits(rawValue: 1 << 7)

  /// The traits of each byte.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    func add(_ traits: ByteTraits, _ bytes: some Sequence<UInt8>) {
      for byte in bytes { table[Int(byte)] |= traits.rawValue }
    }
    add(.ampersand, "&".utf8)
    add(.colon, ":".utf8)
    add(.squareBracket, "[]".utf8)
    add(.pair, Array("\"()[]".utf8) + [0xE2, 0xE3, 0xEF])
    add(.repeatable, Array("!,?~".utf8) + [0xC2, 0xEF])
    add(.picture, [0xF0])
    add(.questionMark, "?".utf8)
    add(.emphasis, "*~".utf8)
    return table
  }()

  /// The traits of all bytes in each of some ranges.
  static func of(_ ranges: [SourceRange], in source: SourceText) -> [ByteTraits] {
    unsafe table.withUnsafeBufferPointer { table in
      unsafe source.bytes.withUnsafeBufferPointer { bytes in
        ranges.map { range in
          var traits: UInt8 = 0
          for index in range.lowerBound..<max(range.lowerBound, min(range.upperBound, bytes.count)) {
            unsafe traits |= table[Int(bytes[index])]
          }
          return ByteTraits(rawValue: traits)
        }
      }
    }
  }
}
