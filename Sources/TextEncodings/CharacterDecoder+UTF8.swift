extension CharacterDecoder {
  static func utf8(_ bytes: ArraySlice<UInt8>) -> Step {
    let length = utf8Length(bytes[bytes.startIndex])
    let character = bytes.prefix(length)
    if length > 0, let text = String(validating: character, as: UTF8.self), let scalar = text.unicodeScalars.first {
      return .character(scalar.value, length: length)
    }
    return character.count < length && character.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
      ? .incomplete : .error(length: 1)
  }

  /// The number of bytes of a character with a first byte; 0 for none.
  private static func utf8Length(_ first: UInt8) -> Int {
    switch first {
    case ..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }

  /// The offset at which a character begins whose end is not there; the end of the bytes for none.
  static func endOfWholeUTF8(_ bytes: [UInt8]) -> Int {
    let first = bytes.suffix(3).lastIndex { $0 >= 0xC0 } ?? bytes.endIndex
    return first < bytes.endIndex && utf8Length(bytes[first]) > bytes.endIndex - first ? first : bytes.endIndex
  }

  /// The index of the first byte that is not UTF-8, from the first of the bytes.
  static func firstInvalidUTF8(_ bytes: ArraySlice<UInt8>) -> Int {
    var index = bytes.startIndex
    while index < bytes.endIndex, case .character(_, let length) = utf8(bytes[index...]) { index += length }
    return index - bytes.startIndex
  }
}
