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
      let text = Array(source[Self.window(before: found, in: bytes)])
      let isNested = open.contains { $0.character == Self.partners[character] }
      if text.last != "\\", isNested || !Self.isExempt(character, before: text.last, in: text[...]) {
        read(Mark(character: character, offset: found))
      }
    }
  }

  /// Whether a byte is a mark of ASCII, or the first byte of characters among which the others are.
  private static func beginsMark(_ byte: UInt8) -> Bool {
    byte < 0x80 ? byte == 0x22 || byte == 0x28 || byte == 0x29 : byte == 0xE2 || byte == 0xE3 || byte == 0xEF
  }

  /// The mark at an offset with its length in bytes; nil where another character is.
  private static func mark(at offset: Int, in bytes: ArraySlice<UInt8>) -> (Character, Int)? {
    let length = bytes[offset] < 0x80 ? 1 : 3
    let character = Character(String(decoding: bytes[offset...].prefix(length), as: UTF8.self))
    return character == "\"" || openers.contains(character) || partners[character] != nil ? (character, length) : nil
  }

  /// As much before an offset as it takes to judge the mark there: a short word and what is before it.
  private static func window(before offset: Int, in bytes: ArraySlice<UInt8>) -> SourceRange {
    var start = max(bytes.startIndex, offset - 64)
    while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return SourceRange(start, offset)
  }

  private mutating func read(_ mark: Mark) {
    if mark.character == "\"" {
      closeOrOpen(mark, partner: "\"")
    } else if mark.character == "“" {
      // Closes in German, opens in English.
      if let last = open.lastIndex(where: { $0.character == "„" }) {
        open.removeSubrange(last...)
      } else {
        open.append(mark)
      }
    } else if let partner = Self.partners[mark.character] {
      if let last = open.lastIndex(where: { $0.character == partner || (partner == "“" && $0.character == "„") }) {
        strays += open[(last + 1)...]
        open.removeSubrange(last...)
      } else {
        strays.append(mark)
      }
    } else if Self.openers.contains(mark.character) {
      open.append(mark)
    }
  }

  private mutating func closeOrOpen(_ mark: Mark, partner: Character) {
    if let last = open.lastIndex(where: { $0.character == partner }) {
      strays += open[(last + 1)...]
      open.removeSubrange(last...)
    } else {
      open.append(mark)
    }
  }

  /// Inches, smileys, and the brackets behind the numbers and letters of an enumeration.
  private static func isExempt(
    _ character: Character, before: Character?, in text: ArraySlice<Character>
  ) -> Bool {
    switch character {
    case "\"": return before?.isNumber == true
    case "(": return before.map { ":;=-".contains($0) } ?? false
    case ")", "）":
      if before.map({ ":;=-^".contains($0) }) ?? false { return true }
      let word = text.reversed().prefix { $0.isLetter || $0.isNumber }
      guard word.count <= 2, !word.isEmpty else { return false }
      let ahead = text.dropLast(word.count).last
      return ahead == nil || ahead?.isWhitespace == true
    default: return false
    }
  }

  private static let partners: [Character: Character] = [
    ")": "(", "）": "（", "”": "“", "」": "「", "』": "『", "》": "《", "】": "【",
  ]
  private static let openers = Set(partners.values).union(["„"])
}
