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
            traits[Int(form)].rarity = LatinAlphabets.rarity(of: index, isCapital: form != letter.value)
            if form >= 0x180, index >= LatinAlphabets.firstRare { traits[Int(form)].rarity = 40 }
          }
          traits[Int(form)].languages |= 1 << UInt32(index)
        }
      }
    }
    for letter in LatinAlphabets.seldom.unicodeScalars {
      for form in Self.forms(of: letter) {
        traits[Int(form)].rarity = LatinAlphabets.rarityOfSeldom + (form == letter.value ? 0 : 2)
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

  /// Reads the rarity of letters by place: nine costs a letter, in tenths of a point.
  private static func readContexts(into traits: inout [CharacterTraits]) -> [UInt8] {
    for vowel in (LetterContexts.vowels + "aeiouy").unicodeScalars {
      for form in forms(of: vowel) where form < limit { traits[Int(form)].isVowel = true }
    }
    var contexts = [UInt8](repeating: 0, count: 9)
    var isWord = false
    for scalar in LetterContexts.table.unicodeScalars where scalar != " " {
      if (0x30...0x39).contains(scalar.value) {
        contexts.append(UInt8(truncatingIfNeeded: (scalar.value - 0x30) * 16 / 10))
        // Names, in which letters are counted, have no word of one letter.
        if isWord, contexts.count % 9 == 1 { contexts[contexts.count - 1] = 5 }
      } else {
        isWord = oneLetterWords.contains(scalar)
        let number = UInt8(clamping: contexts.count / 9)
        for form in forms(of: scalar) where form < limit {
          traits[Int(form)].context = number
          // The additional cost of a capital.
          traits[Int(form)].rarity = form == scalar.value ? 0 : 2
        }
      }
    }
    return contexts
  }

  private static let oneLetterWords = Set("àèéóíòåöøáýőęąò".unicodeScalars)

  /// A small letter and its capital.
  private static func forms(of letter: Unicode.Scalar) -> [UInt32] {
    let capital = letter.properties.uppercaseMapping.unicodeScalars
    // The capital of ı is ASCII and has no accent.
    guard capital.count == 1, let only = capital.first, only.isASCII == letter.isASCII else { return [letter.value] }
    return [letter.value, only.value]
  }

  /// Signs below the limit that differ from their block.
  private static let signs: [(CharacterClass, UInt8, String)] = [
    (.symbol, 8, "¢£¥§¶±×÷"),
    (.symbol, 8, "¬"),
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

  /// The traits of a character below the limit, by its block.
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
    case 0x132, 0x133, 0x138, 0x13F, 0x140, 0x149, 0x17F: latin(scalar, rarity: 35)
    case 0xC0..<0x180: latin(scalar, rarity: 10)
    case 0x192: latin(scalar, rarity: 35)
    case 0x180..<0x250: latin(scalar, rarity: 50)
    case 0x250..<0x2B0: latin(scalar, rarity: 60)
    // Letters of Hawaiian, Uzbek and others that look like apostrophes.
    case 0x2BB, 0x2BC: CharacterTraits(kind: .apostrophe, rarity: 6)
    case 0x2B0..<0x300: CharacterTraits(kind: .accent, rarity: 60)
    case 0x300..<0x370: CharacterTraits(kind: .mark, rarity: 60)
    case 0x370..<0x400: greek(scalar)
    case 0x400..<0x530: cyrillic(scalar)
    case 0x530..<0x590: letter(scalar, .armenian, rarity: 4)
    case 0x590..<0x5BE, 0x5BF..<0x5D0: CharacterTraits(kind: .mark, script: .hebrew, rarity: 12)
    case 0x5D0..<0x5F5: letter(scalar, .hebrew, rarity: 2)
    case 0x600..<0x606, 0x610..<0x61B, 0x61C: CharacterTraits(kind: .odd, rarity: 60)
    case 0x64B..<0x660: CharacterTraits(kind: .mark, script: .arabic, rarity: 12)
    case 0x660..<0x66A, 0x6F0..<0x6FA: CharacterTraits(kind: .digit, script: .arabic, rarity: 4)
    case 0x6D6..<0x6EE: CharacterTraits(kind: .mark, script: .arabic, rarity: 30)
    case 0x606..<0x652: letter(scalar, .arabic, rarity: 2)
    case 0x652..<0x700: letter(scalar, .arabic, rarity: arabicLetters.contains(scalar) ? 2 : 15)
    default: CharacterTraits(kind: .odd, rarity: 60)
    }
  }

  /// The additional letters of Persian, Urdu, Kurdish, Pashto and Uyghur.
  private static let arabicLetters = Set("پچژکگیەۆێڕڵڤټډړږښګڼېۍہھںےۓڈٹڑ".unicodeScalars.map(\.value))

  static func letter(_ scalar: UInt32, _ script: CharacterTraits.Script, rarity: UInt8) -> CharacterTraits {
    guard let properties = Unicode.Scalar(scalar)?.properties, properties.generalCategory != .unassigned else {
      return CharacterTraits(kind: .odd, script: script, rarity: 40)
    }
    guard properties.isAlphabetic else { return CharacterTraits(kind: .symbol, script: script, rarity: 15) }
    let kind: CharacterClass = properties.isLowercase ? .lower : properties.isUppercase ? .upper : .caseless
    return CharacterTraits(kind: kind, script: script, rarity: rarity)
  }

  static func latin(_ scalar: UInt32, rarity: UInt8) -> CharacterTraits {
    letter(scalar, .latin, rarity: rarity)
  }

  private static func greek(_ scalar: UInt32) -> CharacterTraits {
    let rarity: UInt8 =
      switch scalar {
      // Capitals with accents start words only, and these letters look like Latin ones.
      case 0x386...0x390, 0x3AA, 0x3AB, 0x3B0: 6
      case 0x391, 0x392, 0x395...0x397, 0x399, 0x39A, 0x39C, 0x39D, 0x39F, 0x3A1, 0x3A4, 0x3A5, 0x3A7, 0x3BF, 0x3B9,
        0x3C5:
        4
      case 0x391...0x3CE: 2
      default: 50
      }
    return letter(scalar, .greek, rarity: rarity)
  }

  private static func cyrillic(_ scalar: UInt32) -> CharacterTraits {
    let common = (0x401...0x45F).contains(scalar) || (0x490...0x4E9).contains(scalar)
    var traits = letter(scalar, .cyrillic, rarity: common ? ((0x410...0x44F).contains(scalar) ? 2 : 5) : 30)
    if (0x483...0x489).contains(scalar) { traits = CharacterTraits(kind: .mark, script: .cyrillic, rarity: 40) }
    return traits
  }
}
