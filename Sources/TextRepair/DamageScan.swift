/// Finds the words of a file in which a character may start a damaged sequence.
struct DamageScan {
  private let codePages: CodePages
  /// Where the search goes on.
  private var position = 0

  init(codePages: CodePages) {
    self.codePages = codePages
  }

  /// The next word with a character that starts a sequence in some code page before one that continues it, nil when there is none.
  ///
  /// Only ASCII is skipped without a look; the test is one table look-up a character.
  mutating func next(in buffer: UnsafeBufferPointer<UInt8>) -> Passage? {
    guard let candidate = nextCandidate(in: buffer) else { return nil }
    let passage = passage(around: candidate, in: buffer)
    let end = passage.offsets[passage.wordCount]
    position = max(end, candidate + 1)
    return passage
  }

  /// Goes on behind an offset, when a reading took more than the word.
  mutating func skip(to offset: Int) {
    position = max(position, offset)
  }

  private func nextCandidate(in buffer: UnsafeBufferPointer<UInt8>) -> Int? {
    var offset = position
    var leads: UInt32 = 0
    var leadOffset = 0
    while true {
      if offset >= buffer.count { return nil }
      if buffer[offset] < 0x80 {
        if leads & 1 != 0, buffer[offset] == 0x3F { return leadOffset }
        leads = 0
        offset = firstNonASCII(in: buffer, from: offset)
        continue
      }
      if leads == 0, let end = endOfLoneCharacter(in: buffer, at: offset) {
        offset = end
        continue
      }
      if buffer[offset] >= 0xE3, buffer[offset] <= 0xEE, offset &+ 2 < buffer.count {
        // No code page has a character from U+3000 to U+EFFF: most of what Asian text is made of.
        if buffer[offset &+ 1] & buffer[offset &+ 2] & 0xC0 == 0x80 {
          leads = 0
          offset &+= 3
          continue
        }
      }
      let (value, length) = scalar(in: buffer, at: offset)
      guard length > 0 else {
        leads = 0
        offset += 1
        continue
      }
      let role = codePages.roles(of: value)
      if leads & role & 0xFFFF != 0 || value == 0xFFFD && leads & 1 != 0 { return leadOffset }
      leads = role >> 16
      leadOffset = offset
      offset += length
    }
  }

  /// Where a character ends that ASCII follows, as most accented letters and signs do: no sequence starts with it. Nil otherwise.
  @inline(__always)
  private func endOfLoneCharacter(in buffer: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    let first = buffer[offset]
    let end = offset &+ (first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
    guard first >= 0xC2, end < buffer.count, buffer[end] < 0x80, buffer[end] != 0x3F else { return nil }
    var rest = buffer[offset &+ 1]
    if end &- offset > 2 { rest = rest & buffer[offset &+ 2] | rest & 0x40 | buffer[offset &+ 2] & 0x40 }
    if end &- offset > 3 { rest = rest & buffer[offset &+ 3] | rest & 0x40 | buffer[offset &+ 3] & 0x40 }
    return rest & 0xC0 == 0x80 ? end : nil
  }

  /// The word that holds an offset.
  private func passage(around candidate: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Passage {
    var start = candidate
    while start > position, start > candidate - Self.longestStart {
      if buffer[start - 1] < 0x80, Passage.isBreak(UInt32(buffer[start - 1])) {
        guard start > position + 1, isInsideWord(at: start - 1, in: buffer) else { break }
      }
      start -= 1
    }
    while start < candidate, buffer[start] & 0xC0 == 0x80 { start += 1 }
    if start == candidate, start > position, buffer[start - 1] == 0x23 || buffer[start - 1] == 0x2A { start -= 1 }
    let before = start > 0 && buffer[start - 1] < 0x80 ? UInt32(buffer[start - 1]) : 0
    var result = Passage(values: [], offsets: [], wordCount: 0, before: before, after: 0)
    read(from: start, in: buffer, into: &result) { offset, value in
      offset > candidate && Passage.isBreak(value) && !isInsideWord(at: offset, in: buffer)
    }
    result.wordCount = result.values.count
    return result
  }

  /// Adds what stands behind the word, as far as a sequence may reach that lost bytes to spaces, question marks or straight quotes.
  func extend(_ passage: inout Passage, in buffer: UnsafeBufferPointer<UInt8>) {
    guard let end = passage.offsets.popLast() else { return }
    let limit = passage.wordCount + Self.longestExtension
    var last = passage.values.last ?? 0
    var count = passage.values.count
    read(from: end, in: buffer, into: &passage) { _, value in
      defer { (last, count) = (value, count + 1) }
      if count >= limit { return true }
      return Passage.isBreak(value) && !(Passage.isSubstitute(value) && (last >= 0x80 || Passage.isSubstitute(last)))
    }
    passage.surroundings = SurroundingsSearch(buffer: buffer).surroundings(of: passage)
  }

  /// Words start at most so many bytes before the damage; what stands further away decides nothing.
  private static let longestStart = 256
  private static let longestExtension = 40

  /// Whether an ASCII sign stands where a byte was rather than between words: behind a character beyond ASCII and before a letter.
  private func isInsideWord(at offset: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    let value = buffer[offset]
    guard value == 0x3F || value == 0x22 || value == 0x27, offset > 0, offset + 1 < buffer.count else { return false }
    var (last, next) = (offset - 1, offset + 1)
    // A character may have lost all bytes but the first.
    while value == 0x3F, last > 0, last > offset - 3, buffer[last] == 0x3F { last -= 1 }
    while value == 0x3F, next + 1 < buffer.count, next < offset + 3, buffer[next] == 0x3F { next += 1 }
    return buffer[last] >= 0x80 && !Passage.isBreak(UInt32(buffer[next]))
  }

  /// Reads characters up to the first one that ends the passage.
  private func read(
    from start: Int, in buffer: UnsafeBufferPointer<UInt8>, into passage: inout Passage,
    until ends: (Int, UInt32) -> Bool
  ) {
    var offset = start
    passage.after = 0
    while offset < buffer.count {
      let (decoded, length) = scalar(in: buffer, at: offset)
      let value = length > 0 ? decoded : Passage.barrier
      if ends(offset, value) {
        passage.after = length > 0 ? value : 0
        break
      }
      passage.values.append(value)
      passage.offsets.append(offset)
      offset += max(length, 1)
    }
    passage.offsets.append(offset)
  }
}
