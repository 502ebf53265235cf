/// The names of emoji that GitHub shows as emoji: `:rocket:` is 🚀.
public struct Shortcodes: Sendable {
  public static let shared = Shortcodes()

  /// A name with its colons in a text: the offsets of its UTF-8, and its emoji.
  public struct Match: Sendable {
    public let range: Range<Int>
    public let emoji: String
  }

  private let names = ShortcodeIndex(ofNames: true)
  /// Asked for by what writes shortcodes alone.
  private static let emoji = ShortcodeIndex(ofNames: false)

  private init() {}

  /// The names in a text, in order.
  public func matches(in text: String) -> [Match] {
    let bytes = Array(text.utf8)
    var result: [Match] = []
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: ":"):
        if let opening = start, index > opening + 1, let emoji = emoji(named: bytes[opening + 1..<index]) {
          result.append(Match(range: opening..<index + 1, emoji: emoji))
          start = nil
        } else {
          start = index
        }
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
        UInt8(ascii: "+"), UInt8(ascii: "-"):
        continue
      default: start = nil
      }
    }
    return result
  }

  /// The emoji of a name without its colons; nil where GitHub knows none.
  public func emoji(named name: String) -> String? { emoji(named: name.utf8) }

  /// The same of a name's bytes.
  public func emoji(named name: some Collection<UInt8>) -> String? {
    guard name.allSatisfy({ $0 < 0x80 }), let place = names.offset(of: name) else { return nil }
    return ShortcodeTable.entries.withUTF8Buffer { table in
      // The entry's emoji stands before all of its names.
      let start = table[..<place].lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0
      return String(decoding: ShortcodeIndex.part(at: start, in: table), as: UTF8.self)
    }
  }

  /// The text with emoji instead of names.
  public func emoji(in text: String) -> String {
    let matches = matches(in: text)
    if matches.isEmpty { return text }
    let bytes = Array(text.utf8)
    var result = ""
    var position = 0
    for match in matches {
      result += String(decoding: bytes[position..<match.range.lowerBound], as: UTF8.self) + match.emoji
      position = match.range.upperBound
    }
    return result + String(decoding: bytes[position...], as: UTF8.self)
  }

  /// The name of a character; nil where it has none, or shows as a plain sign.
  public func name(of character: Character) -> String? {
    guard let first = character.unicodeScalars.first else { return nil }
    let isShown =
      first.properties.isEmojiPresentation || character.unicodeScalars.contains { $0.value == 0xFE0F }
    guard isShown, let place = Self.emoji.offset(of: String(character).utf8) else { return nil }
    return ShortcodeTable.entries.withUTF8Buffer { table in
      let name = ShortcodeIndex.part(at: place, in: table).endIndex + 1
      return String(decoding: ShortcodeIndex.part(at: name, in: table), as: UTF8.self)
    }
  }
}
