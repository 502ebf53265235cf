import Source

extension FlatText {
  /// Whether there is a letter or a digit outside of shortcodes.
  func hasWords(_ bounds: Range<Int>) -> Bool { wordCount(bounds, limit: 1) > 0 }

  var hasAnyWords: Bool { hasWords(bytes.indices) }

  /// The number of words with a letter or a digit, up to a limit, without shortcodes.
  func wordCount(_ bounds: Range<Int>, limit: Int = .max) -> Int {
    var count = 0
    var start = bounds.lowerBound
    while start < bounds.upperBound, count < limit {
      var end = start
      while end < bounds.upperBound, !bytes[end].isASCIIWhitespace { end += 1 }
      let word = bytes[start..<end]
      if Self.shortcodeLength(word) != word.count, Self.hasLetter(word) { count += 1 }
      start = end + 1
    }
    return count
  }

  private static func hasLetter(_ word: ArraySlice<UInt8>) -> Bool {
    var isASCII = true
    for byte in word {
      if byte.isASCIIAlphanumeric { return true }
      if byte >= 0x80 { isASCII = false }
    }
    if isASCII { return false }
    var iterator = word.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if !scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
    }
    return false
  }

  /// The length of a shortcode at the start, such as `:cloud:`.
  static func shortcodeLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.first == UInt8(ascii: ":") else { return nil }
    let name = bytes.dropFirst().prefix(while: \.isShortcode)
    guard !name.isEmpty, name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ":") else { return nil }
    return name.count + 2
  }

  /// The length in bytes of a non-ASCII symbol; nil for a letter, a digit and ASCII.
  func symbolLength(at position: Int) -> Int? {
    let rest = String(decoding: bytes[position..<min(position + 64, bytes.count)], as: UTF8.self)
    guard let character = rest.first, !character.isASCII, !character.isLetter, !character.isNumber else { return nil }
    return character.utf8.count
  }

  /// Whether punctuation sets off the text at its end.
  func endsWithPunctuation(_ bounds: Range<Int>) -> Bool {
    !withoutPunctuation(bounds).isEmpty && withoutPunctuation(bounds) != bounds
  }

  /// The bounds without punctuation that ends the text before them, and without a separate symbol before the words.
  func withoutLeadingPunctuation(_ bounds: Range<Int>) -> Range<Int> {
    let isAttached = bounds.lowerBound > 0 && !bytes[bounds.lowerBound - 1].isASCIIWhitespace
    let ending = isAttached ? bytes[bounds].prefix { ",.;|]".utf8.contains($0) }.count : 0
    let rest = trimmed(bounds.lowerBound + ending..<bounds.upperBound)
    let symbol = bytes[rest].prefix { !$0.isASCIIWhitespace }
    return Self.leadingSymbols.contains(Array(symbol)) ? trimmed(symbol.endIndex..<rest.upperBound) : rest
  }

  private static let leadingSymbols: Set<[UInt8]> = Set(
    [",", ".", ";", "|", "]", "~", "/", "//", "=", "=>", ">", "»", "→", "⇒", "➜", "·", "•"].map { Array($0.utf8) })

  /// The bounds without white space and punctuation at their end, such as colons, dashes and bars.
  func withoutPunctuation(_ bounds: Range<Int>) -> Range<Int> {
    var bounds = trimmed(bounds)
    while let last = Self.punctuation.first(where: { bytes[bounds].suffix($0.count).elementsEqual($0) }) {
      bounds = trimmed(bounds.lowerBound..<bounds.upperBound - last.count)
    }
    return bounds
  }

  /// The bounds without a dash, bar or dot after a space at their end.
  func withoutSeparator(_ bounds: Range<Int>) -> Range<Int> {
    let isSeparator = Self.separators.contains { bytes[bounds].suffix($0.count).elementsEqual($0) }
    guard isSeparator, let blank = bytes[bounds].lastIndex(where: \.isASCIIWhitespace), bounds.upperBound - blank <= 4
    else {
      return bounds
    }
    return trimmed(bounds.lowerBound..<blank)
  }

  private static let separators: [[UInt8]] = ["-", "|", "–", "—", "·", "•"].map { Array($0.utf8) }

  private static let punctuation: [[UInt8]] =
    ["-", ":", "|", "–", "—", "：", "·", "•", "→", "»", "[", "("].map { Array($0.utf8) }
}
