import Source

/// The names of emoji that GitHub shows as emoji: `:rocket:` is 🚀.
public struct Shortcodes: Sendable {
  public static let shared = Shortcodes()

  /// A name with its colons in a text, by the offsets of its UTF-8.
  public struct Match: Sendable {
    public let range: Range<Int>
    public let emoji: String
  }

  private let names = ShortcodeIndex(ofNames: true)
  /// Lazy, because only the writer of shortcodes needs it.
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
      default: if !byte.isShortcode { start = nil }
      }
    }
    return result
  }

  /// The emoji of a name without its colons; nil if GitHub does not know it.
  public func emoji(named name: String) -> String? { emoji(named: name.utf8) }

  /// The emoji of a name as bytes.
  public func emoji(named name: some Collection<UInt8>) -> String? {
    guard name.allSatisfy({ $0 < 0x80 }), let offset = names.offset(of: name) else { return nil }
    // The emoji is before all of its names.
    let start = ShortcodeIndex.table[..<offset].lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0
    return String(decoding: ShortcodeIndex.part(at: start), as: UTF8.self)
  }

  /// The text with its names replaced with emoji.
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

  /// The name of an emoji; nil for other characters, also for those shown as text.
  public func name(of character: Character) -> String? {
    guard let first = character.unicodeScalars.first else { return nil }
    let isShown =
      first.properties.isEmojiPresentation || character.unicodeScalars.contains { $0.value == 0xFE0F }
    guard isShown, let offset = Self.emoji.offset(of: String(character).utf8) else { return nil }
    let name = ShortcodeIndex.part(at: offset).endIndex + 1
    return String(decoding: ShortcodeIndex.part(at: name), as: UTF8.self)
  }
}

extension UInt8 {
  /// A byte of a shortcode's name.
  var isShortcode: Bool {
    isASCIILowercase || isASCIIDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "+")
      || self == UInt8(ascii: "-")
  }
}
