internal import Source

/// The words of a text.
enum Words {
  /// The words in lower case, without punctuation; in scripts without spaces between words, each character is a word.
  static func of(_ text: String) -> [String] {
    let start = text.utf8.prefix(limit)
    return start.allSatisfy { $0 < 0x80 } ? plain(start) : mixed(text)
  }

  /// The part that is read: so many bytes of ASCII, else so many characters.
  private static let limit = 2048

  /// The words of a text in ASCII.
  private static func plain(_ text: String.UTF8View.SubSequence) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text {
      switch byte {
      case _ where byte.isASCIIAlphanumeric: word.append(byte.asciiLowercased)
      case UInt8(ascii: "'"): break
      case _ where word.isEmpty: break
      default:
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func mixed(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text.prefix(limit).lowercased() {
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

  /// Whether a sequence of words contains another.
  static func contain(_ words: [String], _ part: [String]) -> Bool {
    guard let first = part.first, part.count <= words.count else { return false }
    return (0...(words.count - part.count)).contains { start in
      words[start] == first && words[start..<(start + part.count)].elementsEqual(part)
    }
  }

  /// The words of more than one byte: no single letters, but characters that are words.
  static func significant(_ words: Set<String>) -> Set<String> {
    words.filter { $0.utf8.count > 1 }
  }

  /// Words of titles of every kind.
  static let stopWords: Set<String> = [
    "a", "an", "and", "at", "best", "by", "com", "en", "for", "free", "from", "home", "how", "in", "is", "it", "my",
    "net",
    "new", "of", "official", "on", "online", "or", "org", "our", "page", "site", "the", "to", "top", "web", "website",
    "welcome", "with", "www", "you", "your",
  ]

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
