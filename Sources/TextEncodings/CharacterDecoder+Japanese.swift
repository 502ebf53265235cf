extension CharacterDecoder {
  /// A character of one byte, which is a small katakana or one that Windows adds, or of two.
  func shiftJIS(_ bytes: ArraySlice<UInt8>) -> Step {
    let first = bytes[bytes.startIndex]
    switch first {
    case 0x80: return .character(0x80, length: 1)
    case 0xA1...0xDF: return .character(0xFF61 + UInt32(first - 0xA1), length: 1)
    case 0xA0, 0xFD...0xFF: return .error(length: 1)
    default: return doubleByte(bytes, .shiftJIS)
    }
  }

  /// A character of JIS X 0208, after 8E a small katakana, after 8F one of JIS X 0212.
  func eucJP(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    guard bytes[start] == 0x8E || bytes[start] == 0x8F || (0xA1...0xFE).contains(bytes[start]) else {
      return .error(length: 1)
    }
    guard bytes.count > 1 else { return .incomplete }
    let second = bytes[start + 1]
    if bytes[start] == 0x8E {
      guard (0xA1...0xDF).contains(second) else { return .error(length: second < 0x80 ? 1 : 2) }
      return .character(0xFF61 + UInt32(second - 0xA1), length: 2)
    }
    if bytes[start] == 0x8F {
      guard second >= 0x80 else { return .error(length: 1) }
      guard bytes.count > 2 else { return .incomplete }
      let third = bytes[start + 2]
      guard let value = DoubleByteTable.jisX0212[second, third] else { return .error(length: third < 0x80 ? 2 : 3) }
      return .character(value, length: 3)
    }
    guard second >= 0xA1, let value = Self.jisX0208(bytes[start] & 0x7F, second & 0x7F) else {
      return .error(length: second < 0x80 ? 1 : 2)
    }
    return .character(value, length: 2)
  }

  /// Escape sequences choose the characters that the next bytes below 0x80 mean (RFC 1468).
  func iso2022JP(_ bytes: ArraySlice<UInt8>, _ state: inout State) -> Step {
    let first = bytes[bytes.startIndex]
    if first == 0x1B { return escape(bytes, &state) }
    guard first < 0x80 else { return .error(length: 1) }
    // A new line begins in ASCII, as the RFC wants it to.
    if first == 0x0A { state.characterSet = .ascii }
    switch state.characterSet {
    case .ascii: return .character(UInt32(first), length: 1)
    case .roman: return .character(first == 0x5C ? 0xA5 : first == 0x7E ? 0x203E : UInt32(first), length: 1)
    case .katakana:
      return (0x21...0x5F).contains(first) ? .character(0xFF40 + UInt32(first), length: 1) : .error(length: 1)
    case .kanji:
      guard first > 0x20 else { return .character(UInt32(first), length: 1) }
      guard bytes.count > 1 else { return .incomplete }
      let second = bytes[bytes.startIndex + 1]
      guard second > 0x20, second < 0x7F, let value = Self.jisX0208(first, second) else { return .error(length: 1) }
      return .character(value, length: 2)
    }
  }

  private func escape(_ bytes: ArraySlice<UInt8>, _ state: inout State) -> Step {
    guard bytes.count > 2 else { return .incomplete }
    switch (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2]) {
    case (UInt8(ascii: "("), UInt8(ascii: "B")): state.characterSet = .ascii
    case (UInt8(ascii: "("), UInt8(ascii: "J")): state.characterSet = .roman
    case (UInt8(ascii: "("), UInt8(ascii: "I")): state.characterSet = .katakana
    case (UInt8(ascii: "$"), UInt8(ascii: "@")), (UInt8(ascii: "$"), UInt8(ascii: "B")): state.characterSet = .kanji
    default: return .error(length: 1)
    }
    return .nothing(length: 3)
  }

  /// The character at a row and column, both from 0x21 on; those that Windows adds included.
  private static func jisX0208(_ row: UInt8, _ column: UInt8) -> UInt32? {
    guard (0x21...0x7E).contains(row), (0x21...0x7E).contains(column) else { return nil }
    // Windows reads six signs as their wide forms, Unix does not.
    switch (row, column) {
    case (0x21, 0x41): return 0x301C
    case (0x21, 0x42): return 0x2016
    case (0x21, 0x5D): return 0x2212
    case (0x21, 0x71): return 0xA2
    case (0x21, 0x72): return 0xA3
    case (0x22, 0x4C): return 0xAC
    default: break
    }
    // Two rows share a first byte of Shift-JIS.
    let lead = (row - 0x21) / 2 + (row < 0x5F ? 0x81 : 0xC1)
    guard row % 2 == 1 else { return DoubleByteTable.shiftJIS[lead, column + 0x7E] }
    return DoubleByteTable.shiftJIS[lead, column + (column < 0x60 ? 0x1F : 0x20)]
  }
}
