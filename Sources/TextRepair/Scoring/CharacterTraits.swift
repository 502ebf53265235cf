/// The properties of a character for scoring.
struct CharacterTraits {
  /// Scripts whose letters never mix in a word.
  enum Script: UInt8 {
    case common
    case latin
    case greek
    case cyrillic
    case armenian
    case hebrew
    case arabic
    case georgian
    case indic
    case thai
    case other
  }

  var kind: CharacterClass
  var script: Script = .common
  /// How rare the character is in any place, in tenths of a point.
  var rarity: UInt8 = 0
  /// The number of the letter in `LetterContexts`, from 1; 0 if its rarity does not depend on its place.
  var context: UInt8 = 0
  /// A Latin vowel, with or without accents.
  var isVowel = false
  /// The languages with an accented Latin letter: bit n for the n-th of `LatinAlphabets`; all bits for other characters.
  var languages: UInt32 = .max

  /// The traits of a character, from the table up to its limit and from the block above it.
  @inline(__always)
  static func of(_ scalar: UInt32) -> CharacterTraits {
    scalar < CharacterTraitsTable.limit
      ? CharacterTraitsTable.shared.traits[Int(scalar)] : CharacterTraitsTable.traits(ofHigh: scalar)
  }
}

/// The kind of a character, as far as it matters for its neighbours.
enum CharacterClass: UInt8, CaseIterable {
  /// A space, a newline, the start or end of the text.
  case edge
  case digit
  case asciiPunctuation
  /// Letters with case; those of ASCII are separate, because camelCase is natural.
  case asciiLower
  case asciiUpper
  case lower
  case upper
  /// A letter of a script without case.
  case caseless
  /// Chinese, Japanese and Korean text, which needs no space beside it.
  case ideographic
  case mark
  case apostrophe
  case opening
  case closing
  /// A quotation mark that opens in one language and closes in another: “ « ».
  case quote
  case dash
  case bullet
  case symbol
  /// ™ ® ° and others that are natural after a letter.
  case trademark
  /// ¹ ½ ª and others.
  case superscript
  case box
  /// Box drawing with double lines.
  case doubleBox
  /// Shades and blocks.
  case shade
  case emoji
  /// Parts of emoji: variation selector, joiner, keycap, tag.
  case joiner
  case control
  /// A spacing accent: ˜ ¨ ´ ¸.
  case accent
  case noBreakSpace
  case invisible
  /// Unassigned, private, or so rare that it proves a wrong candidate.
  case odd

  var isLetter: Bool {
    switch self {
    case .asciiLower, .asciiUpper, .lower, .upper, .caseless: true
    default: false
    }
  }

  /// A character that draws.
  var isDrawing: Bool { self == .box || self == .doubleBox || self == .shade }

  var isCapital: Bool { self == .upper || self == .asciiUpper }

  var isASCIILetter: Bool { self == .asciiLower || self == .asciiUpper }
}
