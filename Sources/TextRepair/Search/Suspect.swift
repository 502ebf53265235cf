import Source

/// A word that may be mojibake, with its context.
///
/// A word ends at ASCII white space and punctuation. A few more characters follow it, as far as a damaged sequence can reach that lost
/// a byte to a space, a question mark or a straight quote.
struct Suspect {
  /// The characters as scalar values; `barrier` for a byte that is not UTF-8.
  var values: [UInt32]
  /// The byte offset of each character and of the end.
  var offsets: [Int]
  /// The number of characters in the word.
  var wordCount: Int
  /// The character before the word, 0 at the edge of the text.
  var before: UInt32
  /// The character after the last one, 0 at the edge of the text.
  var after: UInt32
  /// Whether a quotation with curly marks has begun before: the only reason to take a lost sign for its end.
  var isInQuotation = false
  /// The neighbours of all the characters.
  var neighbours = Neighbours()

  static let barrier: UInt32 = 0xFFFF_FFFF

  /// The character after the first `count`.
  func following(_ count: Int) -> UInt32 {
    count < values.count ? values[count] : after
  }

  /// The neighbours of some of the characters; `previous` is the decoded character before them, if any.
  func neighbours(of range: Range<Int>, previous: UInt32?) -> Neighbours {
    var result = neighbours
    if range.lowerBound > 0 || previous != nil {
      var start = range.lowerBound
      while start > 0, values[start - 1] == 0x20 { start -= 1 }
      result.touchesBefore = start == range.lowerBound
      if start > 0 {
        result.before = Neighbours.Kind(result.touchesBefore ? previous ?? values[start - 1] : values[start - 1])
      }
    }
    var end = range.upperBound
    while end < values.count, values[end] == 0x20 { end += 1 }
    if end < values.count {
      result.touchesAfter = end == range.upperBound
      result.after = Neighbours.Kind(values[end])
    } else if end > range.upperBound {
      result.touchesAfter = false
    }
    return result
  }

  /// Whether characters have an opening quotation mark, healthy or read as Windows-1252.
  static func opensQuotation(_ values: some BidirectionalCollection<UInt32>) -> Bool {
    var (second, first): (UInt32, UInt32) = (0, 0)
    for value in values {
      if value == 0x201C || value == 0x201E { return true }
      if second == 0xE2, first == 0x20AC, value == 0x153 || value == 0x17E { return true }
      (second, first) = (first, value)
    }
    return false
  }

  /// Whether a character ends a word.
  @inline(__always)
  static func isBreak(_ value: UInt32) -> Bool {
    guard value < 0x80 else { return value == barrier }
    return !UInt8(truncatingIfNeeded: value).isASCIIAlphanumeric
  }

  /// Whether a character can replace a lost byte: a space for A0, a question mark for an undefined byte, straight quotes.
  @inline(__always)
  static func isSubstitute(_ value: UInt32) -> Bool {
    value == 0x20 || value == 0x22 || value == 0x27 || value == 0x3F
  }
}
