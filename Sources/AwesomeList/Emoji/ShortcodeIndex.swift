import Source

/// A hash table of the names or the emoji in `ShortcodeTable`, by their bytes without variation selectors.
///
/// Most runs need a few of them: a dictionary of strings would take longer to make than a list takes to lint.
struct ShortcodeIndex: Sendable {
  /// The offsets in the table, each plus one; 0 for an empty slot.
  private var slots = [UInt16](repeating: 0, count: 1 << 12)

  /// The entries, which end with a space; their parts end with `=`.
  static let table = Array(ShortcodeTable.entries.utf8)

  /// - Parameter isNames: whether to index the names, not the emoji.
  init(ofNames isNames: Bool) {
    let table = Self.table
    var start = 0
    for end in 0...table.count where Self.isEnd(end) {
      // The character = is not an emoji.
      if isNames == (start > 0 && table[start - 1] == UInt8(ascii: "=")) { insert(start, from: table[start..<end]) }
      start = end + 1
    }
  }

  /// The offset of a text in the table, if it is there.
  func offset(of text: some Sequence<UInt8>) -> Int? {
    let bare = Self.bare(text)
    var slot = Self.slot(of: bare)
    while slots[slot] != 0 {
      let offset = Int(slots[slot]) - 1
      if Self.bare(Self.part(at: offset)) == bare { return offset }
      slot = (slot + 1) % slots.count
    }
    return nil
  }

  /// The part of an entry that begins at an offset.
  static func part(at start: Int) -> ArraySlice<UInt8> {
    var end = start
    while !isEnd(end) { end += 1 }
    return table[start..<end]
  }

  private static func isEnd(_ offset: Int) -> Bool {
    offset >= table.count || table[offset] == UInt8(ascii: " ") || table[offset] == UInt8(ascii: "=")
  }

  private mutating func insert(_ offset: Int, from text: ArraySlice<UInt8>) {
    var slot = Self.slot(of: text)
    while slots[slot] != 0 { slot = (slot + 1) % slots.count }
    slots[slot] = UInt16(truncatingIfNeeded: offset + 1)
  }

  /// The bytes without those of U+FE0F.
  private static func bare(_ text: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text {
      bytes.append(byte)
      if bytes.suffix(3).elementsEqual([0xEF, 0xB8, 0x8F]) { bytes.removeLast(3) }
    }
    return bytes
  }

  /// The first slot for a text; the bytes of U+FE0F do not count.
  private static func slot(of text: some Sequence<UInt8>) -> Int {
    var hash = FNV1a()
    for byte in text where byte != 0xEF && byte != 0xB8 && byte != 0x8F { hash.combine(byte) }
    return Int((hash.value ^ hash.value >> 32) & 0xFFF)
  }
}
