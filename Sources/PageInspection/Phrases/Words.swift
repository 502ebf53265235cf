/// The words of a text, for comparing texts of strangers.
enum Words {
  /// The words in lower case without their marks; in scripts that put no spaces between words, each character is one.
  static func of(_ text: String) -> [String] {
    let start = text.utf8.prefix(limit)
    return start.allSatisfy { $0 < 0x80 } ? plain(start) : mixed(text)
  }

  /// What stands further on is not looked at.
  private static let limit = 2048

  /// The words of a text in ASCII.
  private static func plain(_ text: String.UTF8View.SubSequence) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
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

  /// Whether one sequence of words stands in another.
  static func contain(_ words: [String], _ part: [String]) -> Bool {
    guard let first = part.first, part.count <= words.count else { return false }
    return (0...(words.count - part.count)).contains { start in
      words[start] == first && words[start..<(start + part.count)].elementsEqual(part)
    }
  }

  /// Those that say something: lone letters do not, but a character that is a word does.
  static func telling(_ words: Set<String>) -> Set<String> {
    words.filter { $0.utf8.count > 1 }
  }

  /// Words that stand in titles of every kind.
  static let common: Set<String> = [
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
