/// The contexts in which invisible characters have a purpose.
enum JoinerContext {
  /// Whether an invisible character has a purpose between two neighbours.
  static func isNatural(_ value: UInt32, after previous: UInt32, before next: UInt32) -> Bool {
    switch value {
    case 0x200D: joinsEmoji(previous, next) || isJoiningScript(previous)
    case 0x200C: isJoiningScript(previous)
    case 0x200B: isUnspacedScript(previous) && isUnspacedScript(next)
    case 0xFE0E, 0xFE0F: hasPresentation(previous)
    default: false
    }
  }

  /// Whether a variation selector can follow a character: not a letter, a space or another selector.
  private static func hasPresentation(_ value: UInt32) -> Bool {
    value > 0x7F ? value != 0xFE0E && value != 0xFE0F : isKeycapBase(value)
  }

  /// Whether a character starts a keycap sequence: `#`, `*` or a digit (Unicode Technical Standard 51).
  static func isKeycapBase(_ value: UInt32) -> Bool {
    value == 0x23 || value == 0x2A || (0x30...0x39).contains(value)
  }

  private static func joinsEmoji(_ previous: UInt32, _ next: UInt32) -> Bool {
    (isPictograph(previous) || previous == 0xFE0F || previous == 0x20E3) && (isPictograph(next) || isEmojiSign(next))
  }

  /// Whether a character is in a pictograph block. The check of the limit avoids building the table of the first characters.
  private static func isPictograph(_ value: UInt32) -> Bool {
    value >= CharacterTraitsTable.limit && CharacterTraits.of(value).kind == .emoji
  }

  /// Signs outside the pictograph blocks that emoji sequences contain, such as ↔ ↕ ⬛.
  private static func isEmojiSign(_ value: UInt32) -> Bool {
    (0x2190..<0x2C00).contains(value)
  }

  /// Arabic, Syriac, Thaana, N'Ko, Mandaic, Indic scripts to Sinhala, Myanmar, Khmer, Mongolian and the rest of South Asia.
  private static func isJoiningScript(_ value: UInt32) -> Bool {
    switch value {
    case 0x0600..<0x0E00, 0x0F00..<0x10A0, 0x1780..<0x18B0, 0x1A20..<0x1C80, 0x1CD0..<0x1D00: true
    case 0xA800..<0xAC00, 0xFB50..<0xFE00, 0xFE70..<0xFEFF, 0x10A00..<0x12000, 0x1E900..<0x1E960: true
    default: false
    }
  }

  /// Scripts without spaces, which may mark line breaks: Thai, Lao, Tibetan, Myanmar, Khmer, Chinese and Japanese.
  private static func isUnspacedScript(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00..<0x10A0, 0x1780..<0x1800, 0x1950..<0x1AB0, 0x3000..<0x3100, 0x3400..<0xA000, 0xFF00..<0xFFF0: true
    default: false
    }
  }
}
