import Source

/// The text before a quote or bracket, which may exempt it.
struct CharacterBefore {
  private let bytes: ArraySlice<UInt8>
  private let offset: Int

  init(_ offset: Int, in bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Whether it is a character of ASCII.
  func `is`(_ byte: UInt8) -> Bool {
    offset > bytes.startIndex && bytes[offset - 1] == byte
  }

  /// Whether a mark after it is one of inches, of a smiley, or the bracket after the number or letter of an enumeration.
  func exempts(_ mark: Unicode.Scalar) -> Bool {
    guard offset > bytes.startIndex else { return false }
    let last = bytes[offset - 1]
    switch mark {
    case "\"":
      // Inches follow a digit or a fraction; 一 is a number too, but a word.
      if last < 0x80 { return last.isASCIIDigit }
      return String(decoding: window, as: UTF8.self).unicodeScalars.last.map {
        [.decimalNumber, .otherNumber].contains($0.properties.generalCategory)
      } ?? false
    case "(": return ":;=-".utf8.contains(last)
    case ")", "）": return ":;=-^".utf8.contains(last) || endsEnumeration
    default: return false
    }
  }

  /// A short text before the offset: a word and the character before it.
  private var window: ArraySlice<UInt8> {
    var start = max(bytes.startIndex, offset - 64)
    while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return bytes[start..<offset]
  }

  /// Whether a word of one or two letters or digits is there by itself.
  private var endsEnumeration: Bool {
    let text = Array(String(decoding: window, as: UTF8.self))
    let word = text.reversed().prefix { $0.isLetter || $0.isNumber }
    guard word.count <= 2, !word.isEmpty else { return false }
    let ahead = text.dropLast(word.count).last
    return ahead == nil || ahead?.isWhitespace == true
  }
}
