/// The characters of one word that holds damage, and what stands around it.
///
/// A word ends at ASCII white space and punctuation. Behind it stand a few characters more, as far as a damaged sequence may reach
/// that lost a byte to a space, a question mark or a straight quote.
struct Passage {
  /// The characters as scalar values; `barrier` for a byte that is no UTF-8.
  var values: [UInt32]
  /// The byte offset of each character, and of the end.
  var offsets: [Int]
  /// How many of the characters are the word.
  var wordCount: Int
  /// The character before the word, 0 at the edge of the text.
  var before: UInt32
  /// The character behind all the others, 0 at the edge of the text.
  var after: UInt32

  static let barrier: UInt32 = 0xFFFF_FFFF

  /// The character after the first `count` ones.
  func following(_ count: Int) -> UInt32 {
    count < values.count ? values[count] : after
  }

  /// Whether a word ends at a character.
  @inline(__always)
  static func isBreak(_ value: UInt32) -> Bool {
    guard value < 0x80 else { return value == barrier }
    return !(value | 0x20 >= 0x61 && value | 0x20 <= 0x7A || value >= 0x30 && value <= 0x39)
  }

  /// Whether a character may stand where a byte was: a space for A0, a question mark for no character, straight quotes.
  @inline(__always)
  static func isSubstitute(_ value: UInt32) -> Bool {
    value == 0x20 || value == 0x22 || value == 0x27 || value == 0x3F
  }
}
