extension FlatText {
  /// Whether there is a letter or a digit, emoji's short codes aside.
  func hasWords(_ bounds: Range<Int>) -> Bool { wordCount(bounds, limit: 1) > 0 }

  /// The number of words that have a letter or a digit, up to a limit; emoji's short codes are none.
  func wordCount(_ bounds: Range<Int>, limit: Int = .max) -> Int {
    var count = 0
    var start = bounds.lowerBound
    while start < bounds.upperBound, count < limit {
      var end = start
      while end < bounds.upperBound, !bytes[end].isBlank { end += 1 }
      let word = bytes[start..<end]
      if Self.shortcodeLength(word) != word.count, Self.hasLetter(word) { count += 1 }
      start = end + 1
    }
    return count
  }

  private static func hasLetter(_ word: ArraySlice<UInt8>) -> Bool {
    var isASCII = true
    for byte in word {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        return true
      case 0x80...: isASCII = false
      default: break
      }
    }
    if isASCII { return false }
    var iterator = word.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if !scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
    }
    return false
  }

  /// The length of an emoji's short code, such as `:cloud:`, with which the bytes begin; nil where they do not.
  static func shortcodeLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.first == UInt8(ascii: ":") else { return nil }
    let name = bytes.dropFirst().prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
        UInt8(ascii: "+"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard !name.isEmpty, name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ":") else { return nil }
    return name.count + 2
  }

  /// The length in bytes of a character that is no letter, digit or ASCII; nil at one that is.
  func symbolLength(at position: Int) -> Int? {
    let rest = String(decoding: bytes[position..<min(position + 64, bytes.count)], as: UTF8.self)
    guard let character = rest.first, !character.isASCII, !character.isLetter, !character.isNumber else { return nil }
    return character.utf8.count
  }

  /// Whether the last character is one that sets off what stands before it.
  func endsInMark(_ bounds: Range<Int>) -> Bool {
    !withoutMarks(bounds).isEmpty && withoutMarks(bounds) != bounds
  }

  /// The bounds without the punctuation that ends what stands before them, and without marks that stand alone in front of the words.
  func withoutLeadingPunctuation(_ bounds: Range<Int>) -> Range<Int> {
    let isAttached = bounds.lowerBound > 0 && !bytes[bounds.lowerBound - 1].isBlank
    let ending = isAttached ? bytes[bounds].prefix { ",.;|]".utf8.contains($0) }.count : 0
    let rest = trimmed(bounds.lowerBound + ending..<bounds.upperBound)
    let mark = bytes[rest].prefix { !$0.isBlank }
    return Self.leadingMarks.contains(Array(mark)) ? trimmed(mark.endIndex..<rest.upperBound) : rest
  }

  private static let leadingMarks: Set<[UInt8]> = Set(
    [",", ".", ";", "|", "]", "~", "/", "//", "=", "=>", ">", "»", "→", "⇒", "➜", "·", "•"].map { Array($0.utf8) })

  /// The bounds without the blanks and the marks at their end: colons, dashes, bars.
  func withoutMarks(_ bounds: Range<Int>) -> Range<Int> {
    var bounds = trimmed(bounds)
    while let mark = Self.endMarks.first(where: { bytes[bounds].suffix($0.count).elementsEqual($0) }) {
      bounds = trimmed(bounds.lowerBound..<bounds.upperBound - mark.count)
    }
    return bounds
  }

  /// The bounds without a dash, bar or dot at their end that stands behind a blank.
  func withoutSeparator(_ bounds: Range<Int>) -> Range<Int> {
    let isMark = Self.separators.contains { bytes[bounds].suffix($0.count).elementsEqual($0) }
    guard isMark, let blank = bytes[bounds].lastIndex(where: \.isBlank), bounds.upperBound - blank <= 4 else {
      return bounds
    }
    return trimmed(bounds.lowerBound..<blank)
  }

  private static let separators: [[UInt8]] = ["-", "|", "–", "—", "·", "•"].map { Array($0.utf8) }

  private static let endMarks: [[UInt8]] =
    ["-", ":", "|", "–", "—", "：", "·", "•", "→", "»", "[", "("].map { Array($0.utf8) }
}
