/// The nearest characters on both sides of a place, spaces skipped.
struct Neighbours: Hashable {
  /// The kinds of neighbours that distinguish a dash between words from an emoji between spaces.
  enum Kind: UInt8 {
    /// The start or end of the line's text.
    case edge
    case digit
    case lowercase
    /// Any other letter.
    case letter
    /// A bracket or marker of emphasis or code, which ends or begins a phrase without a space.
    case closing
    case opening
    case emphasis
    /// Punctuation that ends a sentence or clause.
    case stop
    /// A letter on the adjacent line of the same paragraph.
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

    /// Whether it is part of a word or number.
    var isWord: Bool { self == .digit || self == .lowercase || self == .letter }
  }

  var before = Kind.edge
  var after = Kind.edge
  /// Whether there is no space between.
  var touchesBefore = false
  var touchesAfter = false

  /// Whether the place is part of a word or quotation, where no emoji occurs.
  var isGlued: Bool {
    touchesBefore && (before.isWord || before == .closing || before == .stop)
      || touchesAfter && (after.isWord || after == .opening)
  }

  private var isBetweenNumbers: Bool { before == .digit && after == .digit }
  private var isBesideNumber: Bool { before == .digit || after == .digit }

  /// Whether a phrase ends before the place and another one begins after it.
  private var isBetweenPhrases: Bool {
    let ends =
      before.isWord || [.closing, .emphasis, .stop].contains(before) || before == .wrapped && after == .lowercase
    let begins = after.isWord || [.opening, .emphasis].contains(after) || after == .wrapped
    return ends && begins && !(before == .emphasis && touchesBefore) && !(after == .emphasis && touchesAfter)
  }

  /// Whether a sign is the likeliest here: an apostrophe in a word, a quotation mark at its start or end.
  func favours(_ sign: UInt32) -> Bool {
    switch (touchesBefore && before.isWord, touchesAfter && after.isWord) {
    case (true, true): sign == 0x2019 && before != .digit
    case (false, true): sign == 0x201C || sign == 0x2018
    case (true, false): sign == 0x201D || sign == 0x2019
    case (false, false): false
    }
  }

  /// Whether a sign is natural here whatever the rest of the file shows.
  ///
  /// A file can have many authors, and a common sign from one of them is likelier than a rare emoji.
  func stronglyAdmits(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x20AC: isBesideNumber
    case 0x2030: before == .digit
    case 0x2013, 0x2014: isBetweenNumbers
    default: false
    }
  }

  /// Whether a common sign that occurs between words is natural here.
  func admits(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2013, 0x2014, 0x2039, 0x203A: isBetweenPhrases
    case 0x2264, 0x2265: isBetweenPhrases && isBesideNumber
    default: stronglyAdmits(sign)
    }
  }
}

/// Finds the neighbours of a suspect.
///
/// Safe inside the closure that provides the buffer; it does not escape.
@safe struct NeighbourSearch {
  let buffer: UnsafeBufferPointer<UInt8>

  /// The neighbours of a suspect; at the end of a line, the letter on the adjacent line of the paragraph.
  func neighbours(of suspect: Suspect) -> Neighbours {
    var result = Neighbours()
    guard let start = suspect.offsets.first, let end = suspect.offsets.last else { return result }
    let left = skippingSpaces(before: start)
    result.touchesBefore = left == start
    result.before = neighbour(before: left)
    if result.before == .edge, left > 0 {
      var lineEnd = left - 1
      if unsafe buffer[lineEnd] == 0x0A, lineEnd > 0, unsafe buffer[lineEnd - 1] == 0x0D { lineEnd -= 1 }
      if neighbour(before: skippingSpaces(before: lineEnd)).isWord { result.before = .wrapped }
    }
    let right = skippingSpaces(from: end)
    result.touchesAfter = right == end
    result.after = neighbour(at: right)
    if result.after == .edge, unsafe right < buffer.count {
      let isPair = unsafe buffer[right] == 0x0D && right + 1 < buffer.count && buffer[right + 1] == 0x0A
      if neighbour(at: skippingSpaces(from: right + (isPair ? 2 : 1))) == .lowercase { result.after = .wrapped }
    }
    return result
  }

  private func skippingSpaces(before offset: Int) -> Int {
    var offset = offset
    while offset > 0, unsafe buffer[offset - 1] == 0x20 { offset -= 1 }
    return offset
  }

  private func skippingSpaces(from offset: Int) -> Int {
    var offset = offset
    while unsafe offset < buffer.count, unsafe buffer[offset] == 0x20 { offset += 1 }
    return offset
  }

  private func neighbour(before offset: Int) -> Neighbours.Kind {
    guard offset > 0 else { return .edge }
    var start = offset - 1
    while start > 0, start > offset - 4, unsafe buffer[start] & 0xC0 == 0x80 { start -= 1 }
    return neighbour(at: start)
  }

  private func neighbour(at offset: Int) -> Neighbours.Kind {
    unsafe offset < buffer.count ? Neighbours.Kind(scalar(in: buffer, at: offset).value) : .edge
  }
}
