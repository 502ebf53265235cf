/// What kind of character this is, as far as it matters for what may stand beside it.
enum CharacterClass: UInt8, CaseIterable {
  /// A space, a line end, the start or end of the text.
  case edge
  case digit
  case asciiPunctuation
  /// Letters with case; ASCII apart, because camelCase is natural there.
  case asciiLower
  case asciiUpper
  case lower
  case upper
  /// A letter of a script without case.
  case caseless
  /// Chinese, Japanese and Korean text, which stands beside anything without a space.
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
  /// ™ ® ° and the like, natural after a letter.
  case trademark
  /// ¹ ½ ª and the like.
  case superscript
  case box
  /// Box drawing with double lines.
  case doubleBox
  /// Shades and blocks.
  case shade
  case emoji
  /// What only stands in emoji: variation selector, joiner, keycap, tag.
  case joiner
  case control
  /// A letter's accent standing alone: ˜ ¨ ´ ¸.
  case accent
  case noBreakSpace
  case invisible
  /// Unassigned, private, or of a use so rare that it proves a wrong reading.
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
