/// A set of words that rules out most others by their length and outer letters.
///
/// It rules out nothing if one of the words is not ASCII, since equal strings may have different bytes then.
struct WordFilter: Sendable {
  /// A bit for each length, first byte and last byte, reduced to a few bits each.
  private var bits: [UInt64]
  /// The lengths of the words by their first byte, each as a bit: a smaller table, for where most words are
  /// ruled out by it.
  private(set) var lengths: [UInt16]

  init(_ words: some Sequence<String>) {
    bits = [UInt64](repeating: 0, count: 1 << 9)
    lengths = [UInt16](repeating: 0, count: 1 << 8)
    for word in words {
      guard let first = word.utf8.first, let last = word.utf8.last else { continue }
      if word.utf8.contains(where: { $0 >= 0x80 }) {
        bits = [UInt64](repeating: .max, count: bits.count)
        lengths = [UInt16](repeating: .max, count: lengths.count)
        return
      }
      let slot = Self.slot(word.utf8.count, first, last)
      bits[slot >> 6] |= 1 << UInt64(slot & 63)
      lengths[Int(first)] |= 1 << UInt16(word.utf8.count & 0xF)
    }
  }

  /// Whether a word may be one of them; false is certain.
  func mayHold(length: Int, first: UInt8, last: UInt8) -> Bool {
    let slot = Self.slot(length, first, last)
    return bits[slot >> 6] >> UInt64(slot & 63) & 1 != 0
  }

  private static func slot(_ length: Int, _ first: UInt8, _ last: UInt8) -> Int {
    (length & 0xF) << 11 | Int(first & 0x3F) << 5 | Int(last & 0x1F)
  }
}
