/// What is known of one character for judging how natural a text is.
struct CharacterTraits {
  /// Scripts whose letters never share a word.
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
  /// How unusual the character is wherever it stands, in tenths of a point.
  var rarity: UInt8 = 0
  /// The number of the letter in `LetterContexts`, from 1; 0 for a character whose rarity does not depend on its place.
  var context: UInt8 = 0
  /// A Latin vowel, with or without accents.
  var isVowel = false
  /// The languages that use an accented Latin letter: bit n for the n-th of `LatinAlphabets`; all bits where that says nothing.
  var languages: UInt32 = .max

  /// The traits of a character, from a table for the first characters and from its block for the others.
  @inline(__always)
  static func of(_ scalar: UInt32) -> CharacterTraits {
    scalar < CharacterTraitsTable.limit
      ? CharacterTraitsTable.shared.traits[Int(scalar)] : CharacterTraitsTable.traits(ofHigh: scalar)
  }
}
