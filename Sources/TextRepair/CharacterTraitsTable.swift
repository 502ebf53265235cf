/// The traits of the characters up to U+0700 as a table, and those of the others by block.
struct CharacterTraitsTable {
  static let shared = CharacterTraitsTable()
  static let limit: UInt32 = 0x700

  let traits: [CharacterTraits]
  /// By letter number and place: the cost, in tenths of a point.
  let contexts: [UInt8]

  private init() {
    var traits = (0..<Self.limit).map { Self.base($0) }
    for (index, alphabet) in LatinAlphabets.alphabets.enumerated() {
      for letter in alphabet.unicodeScalars {
        for form in Self.forms(of: letter) {
          guard form < Self.limit, traits[Int(form)].kind.isLetter else { continue }
          if traits[Int(form)].languages == .max {
            traits[Int(form)].languages = 0
            traits[Int(form)].rarity = LatinAlphabets.rarity(of: index) + (form == letter.value ? 0 : 2)
          }
          traits[Int(form)].languages |= 1 << UInt32(index)
        }
      }
    }
    contexts = Self.readContexts(into: &traits)
    for (kind, rarity, text) in Self.signs {
      for scalar in text.unicodeScalars where scalar.value < Self.limit {
        traits[Int(scalar.value)] = CharacterTraits(kind: kind, rarity: rarity)
      }
    }
    self.traits = traits
  }

  /// Reads how unusual letters are in each place: nine costs a letter, in tenths of a point.
  private static func readContexts(into traits: inout [CharacterTraits]) -> [UInt8] {
    for vowel in (LetterContexts.vowels + "aeiouy").unicodeScalars {
      for form in forms(of: vowel) where form < limit { traits[Int(form)].isVowel = true }
    }
    var contexts = [UInt8](repeating: 0, count: 9)
    let table = LetterContexts.table.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    for scalar in table.unicodeScalars where scalar != " " {
      if (0x30...0x39).contains(scalar.value) {
        contexts.append(UInt8(truncatingIfNeeded: (scalar.value - 0x30) * 13 / 10))
      } else {
        let number = UInt8(clamping: contexts.count / 9)
        for form in forms(of: scalar) where form < limit {
          traits[Int(form)].context = number
          // What a capital costs beyond its small letter.
          traits[Int(form)].rarity = form == scalar.value ? 0 : 2
        }
      }
    }
    return contexts
  }

  /// A small letter and its capital.
  private static func forms(of letter: Unicode.Scalar) -> [UInt32] {
    let capital = letter.properties.uppercaseMapping.unicodeScalars
    // The capital of ı is ASCII, and no accented letter.
    guard capital.count == 1, let only = capital.first, only.isASCII == letter.isASCII else { return [letter.value] }
    return [letter.value, only.value]
  }

  /// Signs below the limit that are not what their block says.
  private static let signs: [(CharacterClass, UInt8, String)] = [
    (.symbol, 8, "¢£¥§¶¬±×÷"),
    (.symbol, 20, "¤¦"),
    (.trademark, 5, "®°"),
    (.symbol, 5, "©"),
    (.superscript, 10, "¹²³ªºµ¼½¾"),
    (.quote, 4, "«»"),
    (.opening, 4, "¿¡"),
    (.dash, 4, "·"),
    (.accent, 20, "¨¯´¸ˆˇˉ˘˙˚˛˜˝"),
    (.noBreakSpace, 4, "\u{A0}"),
    (.invisible, 20, "\u{AD}"),
  ]

  /// What the block of a character below the limit says.
  private static func base(_ scalar: UInt32) -> CharacterTraits {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20: CharacterTraits(kind: .edge)
    case 0..<0x20, 0x7F: CharacterTraits(kind: .control, rarity: 20)
    case 0x30...0x39: CharacterTraits(kind: .digit)
    case 0x41...0x5A: CharacterTraits(kind: .asciiUpper, script: .latin)
    case 0x61...0x7A: CharacterTraits(kind: .asciiLower, script: .latin)
    case 0..<0x80: CharacterTraits(kind: .asciiPunctuation)
    case 0x80..<0xA0: CharacterTraits(kind: .control, rarity: 40)
    case 0xA0..<0xC0: CharacterTraits(kind: .symbol, rarity: 8)
    case 0xC0..<0x180: latin(scalar, rarity: 10)
    case 0x180..<0x250: latin(scalar, rarity: 35)
    case 0x250..<0x2B0: latin(scalar, rarity: 40)
    case 0x2B0..<0x300: CharacterTraits(kind: .accent, rarity: 30)
    case 0x300..<0x370: CharacterTraits(kind: .mark, rarity: 25)
    case 0x370..<0x400: greek(scalar)
    case 0x400..<0x530: cyrillic(scalar)
    case 0x530..<0x590: letter(scalar, .armenian, rarity: 4)
    case 0x590..<0x5BE, 0x5BF..<0x5D0: CharacterTraits(kind: .mark, script: .hebrew, rarity: 12)
    case 0x5D0..<0x5F5: letter(scalar, .hebrew, rarity: 2)
    case 0x600..<0x606, 0x610..<0x61B, 0x61C: CharacterTraits(kind: .odd, rarity: 60)
    case 0x64B..<0x660: CharacterTraits(kind: .mark, script: .arabic, rarity: 12)
    case 0x660..<0x66A, 0x6F0..<0x6FA: CharacterTraits(kind: .digit, script: .arabic, rarity: 4)
    case 0x6D6..<0x6EE: CharacterTraits(kind: .mark, script: .arabic, rarity: 30)
    case 0x606..<0x700:
      letter(
        scalar, .arabic,
        rarity: scalar < 0x652 || "پچژکگیەۆێڕڵڤټډړږښګڼېۍہھںےۓڈٹڑ".unicodeScalars.contains { $0.value == scalar }
          ? 2 : 15)
    default: CharacterTraits(kind: .odd, rarity: 60)
    }
  }

  private static func letter(_ scalar: UInt32, _ script: CharacterTraits.Script, rarity: UInt8) -> CharacterTraits {
    guard let properties = Unicode.Scalar(scalar)?.properties, properties.generalCategory != .unassigned else {
      return CharacterTraits(kind: .odd, script: script, rarity: 40)
    }
    guard properties.isAlphabetic else { return CharacterTraits(kind: .symbol, script: script, rarity: 15) }
    let kind: CharacterClass = properties.isLowercase ? .lower : properties.isUppercase ? .upper : .caseless
    return CharacterTraits(kind: kind, script: script, rarity: rarity)
  }

  private static func latin(_ scalar: UInt32, rarity: UInt8) -> CharacterTraits {
    letter(scalar, .latin, rarity: rarity)
  }

  private static func greek(_ scalar: UInt32) -> CharacterTraits {
    letter(scalar, .greek, rarity: (0x386...0x3CE).contains(scalar) ? 2 : 35)
  }

  private static func cyrillic(_ scalar: UInt32) -> CharacterTraits {
    let common = (0x401...0x45F).contains(scalar) || (0x490...0x4E9).contains(scalar)
    var traits = letter(scalar, .cyrillic, rarity: common ? ((0x410...0x44F).contains(scalar) ? 2 : 5) : 30)
    if (0x483...0x489).contains(scalar) { traits = CharacterTraits(kind: .mark, script: .cyrillic, rarity: 40) }
    return traits
  }
}

extension CharacterTraitsTable {
  /// The traits of a character from the limit on.
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
    case 0x1EA0..<0x1EFA: vietnamese(scalar)
    case 0x1E00..<0x1F00: latin(scalar, rarity: 25)
    case 0x1F00..<0x2000: letter(scalar, .greek, rarity: 12)
    default: CharacterTraits(kind: .odd, script: .other, rarity: 60)
    }
  }

  private static func vietnamese(_ scalar: UInt32) -> CharacterTraits {
    // In this block capitals are even and small letters odd, without an exception.
    CharacterTraits(
      kind: scalar & 1 == 0 ? .upper : .lower, script: .latin, rarity: 3, isVowel: true,
      languages: LatinAlphabets.vietnamese)
  }

  private static func signs(_ scalar: UInt32) -> CharacterTraits {
    switch scalar {
    case 0x2018, 0x2019: CharacterTraits(kind: .apostrophe, rarity: 3)
    case 0x201C: CharacterTraits(kind: .quote, rarity: 3)
    case 0x201D, 0x2026, 0x203A, 0x2032, 0x2033: CharacterTraits(kind: .closing, rarity: 3)
    case 0x201A, 0x201E, 0x2039: CharacterTraits(kind: .opening, rarity: 5)
    case 0x2010...0x2015, 0x2212: CharacterTraits(kind: .dash, rarity: 3)
    case 0x2022, 0x2030: CharacterTraits(kind: .bullet, rarity: 4)
    case 0x2020, 0x2021: CharacterTraits(kind: .bullet, rarity: 15)
    case 0x200D, 0x20E3: CharacterTraits(kind: .joiner, rarity: 4)
    case 0x202F, 0x2000...0x200A: CharacterTraits(kind: .noBreakSpace, rarity: 10)
    case 0x200B, 0x200C, 0x200E, 0x200F, 0x2060: CharacterTraits(kind: .invisible, rarity: 10)
    case 0x2027...0x202E, 0x2061..<0x2070: CharacterTraits(kind: .odd, rarity: 40)
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
