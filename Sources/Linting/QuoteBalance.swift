import Source

/// Pairs quotes and brackets in the text of a paragraph.
struct QuoteBalance {
  struct Mark {
    let character: Character
    let offset: Int
  }

  /// The marks without a partner that stand before the current place.
  private var strays: [Mark] = []
  private var open: [Mark] = []
  /// How many of each kind are open, so that a closing mark without a partner is known without a search.
  private var openCounts: [Character: Int] = [:]

  /// The marks without a partner, in the order of the text.
  var unmatched: [Mark] { (strays + open).sorted { $0.offset < $1.offset } }

  /// Reads the marks in a range of a text.
  mutating func read(_ source: SourceText, in range: SourceRange) {
    let bytes = source.bytes(in: range)
    var offset = bytes.startIndex
    while let found = bytes[offset...].firstIndex(where: Self.beginsMark) {
      offset = found + 1
      guard let (character, length) = Self.mark(at: found, in: bytes) else { continue }
      offset = found + length
      let before = Self.character(before: found, in: bytes)
      let isNested = Self.partners[character].map { openCounts[$0, default: 0] > 0 } ?? false
      let window = Self.window(before: found, in: bytes)
      if before != "\\", isNested || !Self.isExempt(character, before: before, in: source, window) {
        read(Mark(character: character, offset: found))
      }
    }
  }

  /// Whether a byte is a mark of ASCII, or the first byte of characters among which the others are.
  private static func beginsMark(_ byte: UInt8) -> Bool {
    byte < 0x80 ? [0x22, 0x28, 0x29, 0x5B, 0x5D].contains(byte) : byte == 0xE2 || byte == 0xE3 || byte == 0xEF
  }

  /// The mark at an offset with its length in bytes; nil where another character is.
  private static func mark(at offset: Int, in bytes: ArraySlice<UInt8>) -> (Character, Int)? {
    if bytes[offset] < 0x80 { return (Character(Unicode.Scalar(bytes[offset])), 1) }
    let length = 3
    let character = Character(String(decoding: bytes[offset...].prefix(length), as: UTF8.self))
    return character == "\"" || openers.contains(character) || partners[character] != nil ? (character, length) : nil
  }

  /// The character before an offset; nil at the start.
  private static func character(before offset: Int, in bytes: ArraySlice<UInt8>) -> Character? {
    guard offset > bytes.startIndex else { return nil }
    let byte = bytes[offset - 1]
    if byte < 0x80, byte != UInt8(ascii: "\n") { return Character(Unicode.Scalar(byte)) }
    return String(decoding: bytes[window(before: offset, in: bytes).range], as: UTF8.self).last
  }

  /// As much before an offset as it takes to judge the mark there: a short word and what is before it.
  private static func window(before offset: Int, in bytes: ArraySlice<UInt8>) -> SourceRange {
    var start = max(bytes.startIndex, offset - 64)
    while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return SourceRange(start, offset)
  }

  private mutating func read(_ mark: Mark) {
    switch mark.character {
    case "\"": if !close({ $0 == "\"" }) { push(mark) }
    // Closes in German, opens in English.
    case "“": if !close({ $0 == "„" }) { push(mark) }
    case "”": if !close({ $0 == "“" || $0 == "„" }) { strays.append(mark) }
    default:
      guard let partner = Self.partners[mark.character] else { return push(mark) }
      if !close({ $0 == partner }) { strays.append(mark) }
    }
  }

  private mutating func push(_ mark: Mark) {
    open.append(mark)
    openCounts[mark.character, default: 0] += 1
  }

  /// Takes the last open mark that is a partner; what was opened behind it has none.
  private mutating func close(_ isPartner: (Character) -> Bool) -> Bool {
    guard openCounts.contains(where: { $0.value > 0 && isPartner($0.key) }) else { return false }
    while let last = open.popLast() {
      openCounts[last.character, default: 0] -= 1
      if isPartner(last.character) { return true }
      strays.append(last)
    }
    return false
  }

  /// Inches, smileys, and the brackets behind the numbers and letters of an enumeration.
  private static func isExempt(
    _ character: Character, before: Character?, in source: SourceText, _ window: SourceRange
  ) -> Bool {
    switch character {
    case "\"": return before?.isNumber == true
    case "(": return before.map { ":;=-".contains($0) } ?? false
    case ")", "）":
      if before.map({ ":;=-^".contains($0) }) ?? false { return true }
      let text = Array(source[window])
      let word = text.reversed().prefix { $0.isLetter || $0.isNumber }
      guard word.count <= 2, !word.isEmpty else { return false }
      let ahead = text.dropLast(word.count).last
      return ahead == nil || ahead?.isWhitespace == true
    default: return false
    }
  }

  private static let partners: [Character: Character] = [
    ")": "(", "]": "[", "）": "（", "”": "“", "」": "「", "』": "『", "》": "《", "】": "【",
  ]
  private static let openers = Set(partners.values).union(["„"])
}
