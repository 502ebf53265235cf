extension CharacterDecoder {
  func big5(_ bytes: ArraySlice<UInt8>) -> Step {
    switch (bytes.first, bytes.dropFirst().first) {
    // Ê and ê with a macron or caron, which have no characters of their own.
    case (0x88, 0x62): .pair(0xCA, 0x304, length: 2)
    case (0x88, 0x64): .pair(0xCA, 0x30C, length: 2)
    case (0x88, 0xA3): .pair(0xEA, 0x304, length: 2)
    case (0x88, 0xA5): .pair(0xEA, 0x30C, length: 2)
    default: doubleByte(bytes, .big5)
    }
  }

  /// A character of one byte, which is the euro of Windows, of two, or of four.
  func gb18030(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    if bytes[start] == 0x80 { return .character(0x20AC, length: 1) }
    guard bytes[start] != 0xFF, bytes.count > 1, Self.isDigit(bytes[start + 1]) else {
      return doubleByte(bytes, .gb18030)
    }
    let third: UInt8? = bytes.count > 2 ? bytes[start + 2] : nil
    let fourth: UInt8? = bytes.count > 3 ? bytes[start + 3] : nil
    guard third.map({ (0x81...0xFE).contains($0) }) ?? true, fourth.map(Self.isDigit) ?? true else {
      return .error(length: 1)
    }
    guard let third, let fourth else { return .incomplete }
    let tens = (Int(bytes[start] - 0x81) * 10 + Int(bytes[start + 1] - 0x30)) * 126 + Int(third - 0x81)
    let index = tens * 10 + Int(fourth - 0x30)
    return Self.fourByteCharacter(index).map { .character($0, length: 4) } ?? .error(length: 1)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The character of four bytes by their number: those of the basic plane that have no two bytes, in order; then the other planes.
  private static func fourByteCharacter(_ index: Int) -> UInt32? {
    if index < others.count { return UInt32(others[index]) }
    guard (189_000...1_237_575).contains(index) else { return nil }
    return UInt32(index - 189_000 + 0x10000)
  }

  private static let others: [UInt16] = {
    var isListed = [Bool](repeating: false, count: 0x10000)
    for value in DoubleByteTable.gb18030.characters where value < 0x10000 { isListed[Int(value)] = true }
    return (0x80...0xFFFF).filter { !isListed[Int($0)] && $0 & 0xF800 != 0xD800 }
  }()
}
