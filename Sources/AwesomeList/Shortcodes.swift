/// The names of emoji that GitHub shows as emoji: `:rocket:` is 🚀.
public struct Shortcodes: Sendable {
  public static let shared = Shortcodes()

  /// A name with its colons in a text: the offsets of its UTF-8, and its emoji.
  public struct Match: Sendable {
    public let range: Range<Int>
    public let emoji: String
  }

  private let emoji: [String: String]
  /// The name to write, by the emoji without variation selectors.
  private let names: [String: String]

  private init() {
    var emoji: [String: String] = [:]
    var names: [String: String] = [:]
    for entry in ShortcodeTable.entries.description.split(separator: " ") {
      // The character = is no emoji, so that each entry divides at it.
      let parts = entry.split(separator: "=").map(String.init)
      guard let character = parts.first, parts.count > 1 else { continue }
      for name in parts.dropFirst() { emoji[name] = character }
      names[Self.bare(character)] = parts[1]
    }
    self.emoji = emoji
    self.names = names
  }

  /// The names in a text, in order.
  public func matches(in text: String) -> [Match] {
    let bytes = Array(text.utf8)
    var result: [Match] = []
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: ":"):
        if let opening = start, index > opening + 1,
          let emoji = emoji[String(decoding: bytes[opening + 1..<index], as: UTF8.self)]
        {
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
  public func emoji(named name: String) -> String? { emoji[name] }

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
    return isShown ? names[Self.bare(String(character))] : nil
  }

  private static func bare(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0xFE0F }))
  }
}
