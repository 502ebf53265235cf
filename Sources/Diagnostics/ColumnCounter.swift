/// Counts the columns that a terminal gives to characters, one after the other.
///
/// Sources: Unicode Standard Annex 11 (East Asian Width) and Unicode Technical Standard 51 (emoji sequences). An emoji of several characters
/// takes the two columns of one, as in terminals that know such sequences.
struct ColumnCounter {
  private var previous: Unicode.Scalar = " "
  /// Whether the previous character was joined to an emoji before it.
  private var isJoined = false

  /// The columns of a tab, which is shown as spaces.
  static let tab = 4

  /// The columns of the next character as it is shown.
  mutating func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      previous = scalar
      return scalar == "\t" ? Self.tab : scalar.isObeyed ? scalar.inert.utf8.count : 1
    }
    let columns = width(of: scalar)
    previous = scalar
    return columns
  }

  private mutating func width(of scalar: Unicode.Scalar) -> Int {
    let wasJoined = isJoined
    isJoined = false
    switch scalar.value {
    // Latin to Cyrillic, quotes and dashes, kana to Yi, Hangul: most text of lists that is not ASCII.
    case 0x370...0x482, 0x48A...0x52F, 0x2010...0x2027: return 1
    case 0x3099, 0x309A: return 0
    case 0x3041...0xA4CF, 0xAC00...0xD7A3: return 2
    case 0xFE0F:
      // The selector makes an emoji of a symbol, which takes two columns then.
      isJoined = wasJoined
      return !wasJoined && previous.value > 0xA0 && previous.properties.isEmoji && Self.columns(of: previous) == 1
        ? 1 : 0
    case 0x1F3FB...0x1F3FF where previous.properties.isEmojiModifierBase:
      isJoined = wasJoined
      return 0
    case 0x1F1E6...0x1F1FF: return 1  // Two make a flag.
    case _ where previous.value == 0x200D && scalar.properties.isEmoji:
      isJoined = true
      return 0
    default: return Self.columns(of: scalar)
    }
  }

  /// The columns of a character without regard to the one before it: 0 for marks, 2 for wide ones and emoji, else 1.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.isObeyed { return scalar.inert.utf8.count }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1160...0x11FF: return 0
    // The blocks that are wide or full-width throughout.
    case 0x1100...0x115F, 0x2E80...0x303E, 0xA960...0xA97C, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1B000...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
