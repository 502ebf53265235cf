/// Reads words whose bytes are all there.
struct ExactReader {
  let codePages: CodePages

  /// The reading of a passage's word in a code page; nil when no sequence is found in it.
  func read(_ passage: Passage, page: Int) -> Reading? {
    let holdsSequence = (0..<passage.wordCount).contains {
      sequence(in: passage.values, at: $0, end: passage.wordCount, page: page) != nil
    }
    guard holdsSequence else { return nil }
    var reading = Reading(page: page)
    reading.output.reserveCapacity(passage.wordCount)
    var index = 0
    while index < passage.wordCount {
      let value = passage.values[index]
      if value >= 0x80 {
        if let unit = sequence(in: passage.values, at: index, end: passage.wordCount, page: page) {
          note(passage.values[index..<(index + unit.count)], in: &reading)
          reading.replace(unit.count, by: CollectionOfOne(unit.scalar))
          index += unit.count
          continue
        }
        if isLeftover(passage, at: index, readUpTo: reading.changed?.upperBound ?? 0, page: page) {
          reading.leftovers += 1
        }
      }
      if value >= 0x80, codePages.row(of: value) != 0 { reading.kept += 1 }
      reading.keep(value)
      index += 1
    }
    return reading.changed == nil ? nil : reading
  }

  /// The scalar that the characters from an index on are the UTF-8 of, and how many characters that takes.
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
    // U+FFFD is what an earlier program wrote for something it could not read: nothing to go back to.
    guard scalar >= least, scalar <= 0x10FFFF, scalar & 0xFFFF_F800 != 0xD800, scalar != 0xFFFD else { return nil }
    return (scalar, count)
  }

  /// Whether a character that belongs to no sequence speaks against the reading.
  ///
  /// Everything that some code page has would have been read as a byte; what stands in none, such as Chinese, may be healthy. So
  /// may a small letter that starts a sequence of three bytes when nothing of that sequence follows, and a quotation mark or dash
  /// that no unread character precedes.
  func isLeftover(_ passage: Passage, at index: Int, readUpTo end: Int, page: Int) -> Bool {
    let value = passage.values[index]
    guard value >= 0x80 else { return false }
    if value == 0xFFFD || value < 0xA0 { return true }
    let row = codePages.row(of: value)
    guard row != 0 else { return false }
    let byte = codePages.bytes[row * CodePages.encodings.count + page]
    if byte & 0xC0 == 0x80, Self.punctuation.contains(CharacterTraits.of(value).kind) {
      return index > end && codePages.byte(of: passage.values[index - 1], page: page) >= 0xC2
    }
    guard page == CodePages.windows1252, byte >= 0xE0 else { return true }
    let previous = index > 0 ? passage.values[index - 1] : 0
    let next = passage.following(index + 1)
    return previous >= 0x80 || next >= 0x80 || next == 0x3F || next == 0x22 || next == 0x27
  }

  private static let punctuation: Set<CharacterClass> = [
    .quote, .opening, .closing, .apostrophe, .dash, .bullet, .noBreakSpace,
  ]

  /// Notes which half of page 0 some characters need.
  func note(_ values: ArraySlice<UInt32>, in reading: inout Reading) {
    guard reading.page == CodePages.windows1252 else { return }
    for value in values where value >= 0x80 {
      if value < 0xA0 {
        if CodePages.holes.contains(UInt8(truncatingIfNeeded: value)) {
          reading.hasHoles = true
        } else {
          reading.hasControls = true
        }
      } else if value > 0xFF, value != 0xFFFD {
        reading.hasPrintables = true
      }
    }
  }
}
