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
    guard scalar >= least, scalar <= 0x10FFFF, scalar & 0xFFFF_F800 != 0xD800, scalar != 0xFFFD else { return nil }
    return (scalar, count)
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
