/// Where names and emoji stand in `ShortcodeTable`, found by their bytes without variation selectors.
///
/// Most runs ask for a few of them: dictionaries of all would take longer to make than a list takes to be judged.
struct ShortcodeIndex: Sendable {
  /// The offsets in the table, each plus one, by the hashes of what stands there; 0 where nothing does.
  private var slots = [UInt16](repeating: 0, count: 1 << 12)

  /// Reads the table, in which the parts of an entry end in `=` and entries end in a space.
  ///
  /// - Parameter isNames: whether to take the names of each entry, not its emoji.
  init(ofNames isNames: Bool) {
    ShortcodeTable.entries.withUTF8Buffer { table in
      var start = 0
      for end in 0...table.count where Self.ends(end, in: table) {
        // The character = is no emoji, so that each entry divides at it.
        if isNames == (start > 0 && table[start - 1] == UInt8(ascii: "=")) { insert(start, from: table[start..<end]) }
        start = end + 1
      }
    }
  }

  /// The offset of a text in the table; nil where it is not there.
  func offset(of text: some Sequence<UInt8>) -> Int? {
    let bare = Self.bare(text)
    return ShortcodeTable.entries.withUTF8Buffer { table in
      var slot = Self.slot(of: bare)
      while slots[slot] != 0 {
        let offset = Int(slots[slot]) - 1
        if Self.bare(Self.part(at: offset, in: table)) == bare { return offset }
        slot = (slot + 1) % slots.count
      }
      return nil
    }
  }

  /// The part of an entry that begins at an offset.
  static func part(at start: Int, in table: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var end = start
    while !ends(end, in: table) { end += 1 }
    return table[start..<end]
  }

  private static func ends(_ offset: Int, in table: UnsafeBufferPointer<UInt8>) -> Bool {
    offset >= table.count || table[offset] == UInt8(ascii: " ") || table[offset] == UInt8(ascii: "=")
  }

  private mutating func insert(_ offset: Int, from text: Slice<UnsafeBufferPointer<UInt8>>) {
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

  /// Where the search for a text begins (FNV-1a); the bytes of U+FE0F, of which no other character has all, do not count.
  private static func slot(of text: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in text where byte != 0xEF && byte != 0xB8 && byte != 0x8F { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int((hash ^ hash >> 15) & 0xFFF)
  }
}
