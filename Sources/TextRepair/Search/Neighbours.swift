/// What stands on both sides of a place in a text, behind the spaces there.
struct Surroundings: Hashable {
  /// A neighbour, as far as it tells a dash between words from an emoji that stands alone.
  enum Neighbour: UInt8 {
    /// The start or end of what the line says.
    case edge
    case digit
    case lowercase
    /// Any other letter.
    case letter
    /// What ends a phrase or begins one without a space between: brackets of links, the marks of emphasis and code.
    case closing
    case opening
    case emphasis
    /// What ends a sentence or a part of it.
    case stop
    /// A letter on the neighbouring line of the same paragraph.
    case wrapped
    case other

    init(_ value: UInt32) {
      switch value {
      case 0, 0x0A, 0x0D: self = .edge
      case 0x30...0x39: self = .digit
      case 0x61...0x7A: self = .lowercase
      case 0x41...0x5A: self = .letter
      case 0x29, 0x5D: self = .closing
      case 0x28, 0x5B: self = .opening
      case 0x2A, 0x5F, 0x60, 0x22, 0x27: self = .emphasis
      case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x25: self = .stop
      case 0x80...:
        switch CharacterTraits.of(value).kind {
        case .lower: self = .lowercase
        case let kind: self = kind.isLetter || kind == .ideographic ? .letter : .other
        }
      default: self = .other
      }
    }

    /// Whether it is a part of a word or number.
    var isWord: Bool { self == .digit || self == .lowercase || self == .letter }
  }

  var before = Neighbour.edge
  var after = Neighbour.edge
  /// Whether no space stands between.
  var touchesBefore = false
  var touchesAfter = false

  /// Whether the place is a part of a word or of what is quoted, where no emoji stands.
  var isGlued: Bool {
    touchesBefore && (before.isWord || before == .closing || before == .stop)
      || touchesAfter && (after.isWord || after == .opening)
  }

  /// Whether numbers stand on both sides, or one beside it.
  private var isBetweenNumbers: Bool { before == .digit && after == .digit }
  private var isBesideNumber: Bool { before == .digit || after == .digit }

  /// Whether a sign may stand between what is on both sides: a phrase ends before it and another one begins behind it.
  private var isBetweenPhrases: Bool {
    let ends =
      before.isWord || [.closing, .emphasis, .stop].contains(before) || before == .wrapped && after == .lowercase
    let begins = after.isWord || [.opening, .emphasis].contains(after) || after == .wrapped
    return ends && begins && !(before == .emphasis && touchesBefore) && !(after == .emphasis && touchesAfter)
  }

  /// Whether a sign is likelier here than others: an apostrophe within a word, a quotation mark at its start or end.
  func favours(_ sign: UInt32) -> Bool {
    switch (touchesBefore && before.isWord, touchesAfter && after.isWord) {
    case (true, true): sign == 0x2019 && before != .digit
    case (false, true): sign == 0x201C || sign == 0x2018
    case (true, false): sign == 0x201D || sign == 0x2019
    case (false, false): false
    }
  }

  /// Whether a sign is natural here that the rest of the file cannot rule out: its authors may be many, and the sign that one of
  /// them brought along is likelier than a rare emoji.
  func stronglyAdmits(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x20AC: isBesideNumber
    case 0x2030: before == .digit
    case 0x2013, 0x2014: isBetweenNumbers
    default: false
    }
  }

  /// Whether one of the common signs is natural here, one that stands between words rather than alone.
  func admits(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2013, 0x2014, 0x2039, 0x203A: isBetweenPhrases
    case 0x2264: isBetweenPhrases && isBesideNumber
    default: stronglyAdmits(sign)
    }
  }
}
