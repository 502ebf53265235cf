extension CharacterTraitsTable {
  /// The traits of a character at or above the limit, by its block.
  static func traits(ofHigh scalar: UInt32) -> CharacterTraits {
    switch scalar {
    case 0x2000..<0x3000: return signs(scalar)
    case 0x3000..<0xE000: return asian(scalar)
    case 0xE000..<0xF900: return CharacterTraits(kind: .odd, rarity: scalar == 0xF8FF ? 8 : 60)
    case 0xF900..<0x10000: return compatibility(scalar)
    case 0x10000...: return astral(scalar)
    default: return alphabetic(scalar)
    }
  }

  private static func alphabetic(_ scalar: UInt32) -> CharacterTraits {
    switch scalar {
    case 0x900..<0xE00: CharacterTraits(kind: .caseless, script: .indic, rarity: 3)
    case 0xE01..<0xE5C: CharacterTraits(kind: .caseless, script: .thai, rarity: 3)
    case 0xE80..<0x10A0: CharacterTraits(kind: .caseless, script: .other, rarity: 6)
    case 0x10A0..<0x1100: letter(scalar, .georgian, rarity: 4)
    case 0x1100..<0x1200: CharacterTraits(kind: .ideographic, rarity: 10)
    case 0x1200..<0x1400, 0x1780..<0x1800: CharacterTraits(kind: .caseless, script: .other, rarity: 8)
    case 0x1D62..<0x1D6B: CharacterTraits(kind: .superscript, rarity: 12)
    case 0x1EA0..<0x1EFA: vietnamese(scalar)
    case 0x1E00..<0x1F00: latin(scalar, rarity: 25)
    case 0x1F00..<0x2000: letter(scalar, .greek, rarity: 12)
    default: CharacterTraits(kind: .odd, script: .other, rarity: 60)
    }
  }

  private static func vietnamese(_ scalar: UInt32) -> CharacterTraits {
    // In this block all capitals are even and all small letters odd.
    CharacterTraits(
      kind: scalar & 1 == 0 ? .upper : .lower, script: .latin, rarity: 3, isVowel: true,
      languages: LatinAlphabets.vietnamese)
  }

  private static func signs(_ scalar: UInt32) -> CharacterTraits {
    switch scalar {
    case 0x2018: CharacterTraits(kind: .opening, rarity: 3)
    case 0x2019: CharacterTraits(kind: .apostrophe, rarity: 3)
    case 0x201C: CharacterTraits(kind: .quote, rarity: 3)
    case 0x201D, 0x2026, 0x203A, 0x2032, 0x2033: CharacterTraits(kind: .closing, rarity: 3)
    case 0x201A, 0x201E, 0x2039: CharacterTraits(kind: .opening, rarity: 5)
    case 0x2010...0x2015, 0x2212: CharacterTraits(kind: .dash, rarity: 3)
    case 0x2022, 0x2030: CharacterTraits(kind: .bullet, rarity: 4)
    case 0x2020, 0x2021: CharacterTraits(kind: .bullet, rarity: 10)
    case 0x200D, 0x20E3: CharacterTraits(kind: .joiner, rarity: 4)
    case 0x202F, 0x2000...0x200A: CharacterTraits(kind: .noBreakSpace, rarity: 10)
    case 0x200B, 0x200C, 0x200E, 0x200F, 0x2060: CharacterTraits(kind: .invisible, rarity: 10)
    case 0x2027...0x202E, 0x2061..<0x2070: CharacterTraits(kind: .odd, rarity: 40)
    // In formulas these are part of a word.
    case 0x2070, 0x2074..<0x207A, 0x2080..<0x208A: CharacterTraits(kind: .digit, rarity: 4)
    case 0x2070..<0x20A0: CharacterTraits(kind: .superscript, rarity: 12)
    case 0x20AC: CharacterTraits(kind: .symbol, rarity: 5)
    case 0x20A0..<0x20D0: CharacterTraits(kind: .symbol, rarity: 15)
    case 0x20D0..<0x2100: CharacterTraits(kind: .mark, rarity: 30)
    case 0x2122: CharacterTraits(kind: .trademark, rarity: 5)
    case 0x2550..<0x256D: CharacterTraits(kind: .doubleBox, rarity: 4)
    case 0x2580..<0x25A0: CharacterTraits(kind: .shade, rarity: 4)
    case 0x2500..<0x2580: CharacterTraits(kind: .box, rarity: 4)
    case 0x2600..<0x27C0, 0x231A, 0x231B, 0x23E9..<0x23FB: CharacterTraits(kind: .emoji, rarity: 2)
    case 0x2100..<0x2C00: CharacterTraits(kind: .symbol, rarity: 8)
    default: CharacterTraits(kind: .odd, rarity: 25)
    }
  }

  private static func asian(_ scalar: UInt32) -> CharacterTraits {
    switch scalar {
    case 0x3000..<0x3400, 0x4E00..<0xA000, 0xAC00..<0xD7A4: CharacterTraits(kind: .ideographic, rarity: 2)
    case 0x3400..<0x4E00: CharacterTraits(kind: .ideographic, rarity: 25)
    default: CharacterTraits(kind: .odd, script: .other, rarity: 30)
    }
  }

  private static func compatibility(_ scalar: UInt32) -> CharacterTraits {
    switch scalar {
    case 0xFE0F, 0xFE0E: CharacterTraits(kind: .joiner, rarity: 0)
    case 0xFF00..<0xFFF0: CharacterTraits(kind: .ideographic, rarity: 4)
    case 0xFEFF: CharacterTraits(kind: .invisible, rarity: 5)
    case 0xFFFD: CharacterTraits(kind: .control, rarity: 40)
    case 0xFB00..<0xFB07: CharacterTraits(kind: .lower, script: .latin, rarity: 10)
    case 0xF900..<0xFB00: CharacterTraits(kind: .ideographic, rarity: 20)
    default: CharacterTraits(kind: .odd, script: .other, rarity: 60)
    }
  }

  private static func astral(_ scalar: UInt32) -> CharacterTraits {
    switch scalar {
    case 0x1F000..<0x1FB00: CharacterTraits(kind: .emoji)
    case 0x1D400..<0x1D800: CharacterTraits(kind: .symbol, rarity: 10)
    case 0x20000..<0x32000: CharacterTraits(kind: .ideographic, rarity: 20)
    case 0xE0020..<0xE0080: CharacterTraits(kind: .joiner)
    default: CharacterTraits(kind: .odd, script: .other, rarity: 60)
    }
  }
}
