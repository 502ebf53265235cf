/// The words of a text, for comparing texts of strangers.
enum Words {
  /// The words in lower case without their marks; in scripts that put no spaces between words, each character is one.
  static func of(_ text: String) -> [String] {
    if let words = ofASCII(text) { return words }
    var words: [String] = []
    var word = ""
    for character in text.prefix(2048).lowercased() {
      if isIdeographic(character) {
        if !word.isEmpty { words.append(word) }
        words.append(String(character))
        word = ""
      } else if character.isLetter || character.isNumber {
        word.append(character)
      } else if character != "'" && character != "\u{2019}", !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The same for a text whose beginning is ASCII, as most are, without looking for characters of several scalars; else `nil`.
  private static func ofASCII(_ text: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8.prefix(2048) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "'"): continue
      case 0x80...: return nil
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// Whether one sequence of words stands in another.
  static func contain(_ words: [String], _ part: [String]) -> Bool {
    guard let first = part.first, part.count <= words.count else { return false }
    return (0...(words.count - part.count)).contains { start in
      words[start] == first && words[start..<(start + part.count)].elementsEqual(part)
    }
  }

  /// Han, kana, Hangul and Thai.
  private static func isIdeographic(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return switch value {
    case 0x0E00..<0x0E80, 0x3040..<0x3100, 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xAC00..<0xD7B0, 0xF900..<0xFB00,
      0x20000..<0x32000:
      true
    default: false
    }
  }
}
