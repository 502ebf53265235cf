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
  /// What stands before the word and behind all the others.
  var surroundings = Surroundings()

  static let barrier: UInt32 = 0xFFFF_FFFF

  /// The character after the first `count` ones.
  func following(_ count: Int) -> UInt32 {
    count < values.count ? values[count] : after
  }

  /// What stands on both sides of some of the characters; `previous` is what the character before them was read as, when it was.
  func surroundings(of range: Range<Int>, previous: UInt32?) -> Surroundings {
    var result = surroundings
    if range.lowerBound > 0 || previous != nil {
      var start = range.lowerBound
      while start > 0, values[start - 1] == 0x20 { start -= 1 }
      result.touchesBefore = start == range.lowerBound
      if start > 0 {
        result.before = Surroundings.Neighbour(result.touchesBefore ? previous ?? values[start - 1] : values[start - 1])
      }
    }
    var end = range.upperBound
    while end < values.count, values[end] == 0x20 { end += 1 }
    if end < values.count {
      result.touchesAfter = end == range.upperBound
      result.after = Surroundings.Neighbour(values[end])
    } else if end > range.upperBound {
      result.touchesAfter = false
    }
    return result
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
