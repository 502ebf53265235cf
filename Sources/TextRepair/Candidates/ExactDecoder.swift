import TextEncodings

/// Decodes words that lost no bytes.
struct ExactDecoder {
  let codePages: CodePages

  /// The candidate for a suspect's word in a code page; nil if the word has no sequence.
  func decode(_ suspect: Suspect, page: Int) -> Candidate? {
    let hasSequence = (0..<suspect.wordCount).contains {
      sequence(in: suspect.values, at: $0, end: suspect.wordCount, page: page) != nil
    }
    guard hasSequence else { return nil }
    var candidate = Candidate(page: page)
    candidate.output.reserveCapacity(suspect.wordCount)
    var index = 0
    while index < suspect.wordCount {
      let value = suspect.values[index]
      if value >= 0x80 {
        if let unit = sequence(in: suspect.values, at: index, end: suspect.wordCount, page: page) {
          note(suspect.values[index..<(index + unit.count)], in: &candidate)
          candidate.replace(unit.count, by: CollectionOfOne(unit.scalar))
          index += unit.count
          continue
        }
        if let character = character(ofControl: value, page: page) {
          candidate.replace(1, by: CollectionOfOne(character))
          index += 1
          continue
        }
        if isLeftover(suspect, at: index, decodedUpTo: candidate.changed?.upperBound ?? 0, page: page) {
          candidate.leftovers += 1
        }
      }
      if value >= 0x80, codePages.row(of: value) != 0 { candidate.kept += 1 }
      candidate.keep(value)
      index += 1
    }
    return candidate.changed == nil ? nil : candidate
  }

  private static let windows1252 = CodePage.windows1252.characters

  /// The character of Windows-1252 that a lone control was, in text that was read as ISO 8859-1.
  private func character(ofControl value: UInt32, page: Int) -> UInt32? {
    guard page == CodePages.windows1252, (0x80..<0xA0).contains(value) else { return nil }
    return Self.windows1252[Int(value) - 0x80].flatMap { $0 >= 0xA0 ? $0 : nil }
  }

  /// The scalar whose UTF-8 starts at an index, and its number of characters.
  @inline(__always)
  func sequence(in values: [UInt32], at index: Int, end: Int, page: Int) -> (scalar: UInt32, count: Int)? {
    let lead = codePages.byte(of: values[index], page: page)
    guard lead >= 0xC2, lead <= 0xF4 else { return nil }
    let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + count <= end else { return nil }
    var scalar = UInt32(lead) & (0x7F >> UInt32(count))
    for next in (index + 1)..<(index + count) {
      let byte = codePages.byte(of: values[next], page: page)
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
    // U+FFFD is what an earlier program wrote for an unreadable character: its original is lost.
    if scalar & 0xFFFF_FC00 == 0xD800 {
      return supplementary(after: scalar, in: values, at: index + count, end: end, page: page)
    }
    guard scalar >= least, scalar <= 0x10FFFF, scalar & 0xFFFF_F800 != 0xD800, scalar != 0xFFFD else { return nil }
    return (scalar, count)
  }

  /// The scalar of two surrogates in UTF-8 each, as in CESU-8 (Unicode Technical Report 26), and its number of characters.
  private func supplementary(
    after high: UInt32, in values: [UInt32], at index: Int, end: Int, page: Int
  ) -> (scalar: UInt32, count: Int)? {
    guard index + 3 <= end else { return nil }
    let (first, second, third) = (
      codePages.byte(of: values[index], page: page), codePages.byte(of: values[index + 1], page: page),
      codePages.byte(of: values[index + 2], page: page)
    )
    guard first == 0xED, second & 0xF0 == 0xB0, third & 0xC0 == 0x80 else { return nil }
    return (0x10000 + (high & 0x3FF) << 10 + UInt32(second & 0x0F) << 6 + UInt32(third & 0x3F), 6)
  }

  /// Whether a character outside any sequence is evidence against the candidate.
  ///
  /// A character of some code page would be a byte; one of none, such as Chinese, may be healthy. So may a small letter that could
  /// start a sequence of three bytes without a continuation, and a quotation mark or dash without a leftover before it.
  func isLeftover(_ suspect: Suspect, at index: Int, decodedUpTo end: Int, page: Int) -> Bool {
    let value = suspect.values[index]
    guard value >= 0x80 else { return false }
    if value == 0xFFFD || value < 0xA0 { return true }
    let row = codePages.row(of: value)
    guard row != 0 else { return false }
    let byte = codePages.bytes[row * CodePages.encodings.count + page]
    if byte & 0xC0 == 0x80, Self.punctuation.contains(CharacterTraits.of(value).kind) {
      return index > end && codePages.byte(of: suspect.values[index - 1], page: page) >= 0xC2
    }
    guard page == CodePages.windows1252, byte >= 0xE0 else { return true }
    let previous = index > 0 ? suspect.values[index - 1] : 0
    let next = suspect.following(index + 1)
    return previous >= 0x80 || next >= 0x80 || next == 0x3F || next == 0x22 || next == 0x27
  }

  private static let punctuation: Set<CharacterClass> = [
    .quote, .opening, .closing, .apostrophe, .dash, .bullet, .noBreakSpace,
  ]

  /// Records which half of page 0 some characters need.
  func note(_ values: ArraySlice<UInt32>, in candidate: inout Candidate) {
    guard candidate.page == CodePages.windows1252 else { return }
    for value in values where value >= 0x80 {
      if value < 0xA0 {
        if CodePages.holes.contains(UInt8(truncatingIfNeeded: value)) {
          candidate.hasHoles = true
        } else {
          candidate.hasControls = true
        }
      } else if value > 0xFF, value != 0xFFFD {
        candidate.hasPrintables = true
      }
    }
  }
}
