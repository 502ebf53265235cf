/// Finds the words of a file in which a character may start a damaged sequence.
struct DamageScan {
  private let search: CandidateSearch
  /// Where the search goes on.
  private var position = 0

  init(codePages: CodePages) {
    search = CandidateSearch(codePages: codePages)
  }

  /// The next word with a character that starts a sequence in some code page before one that continues it, nil when there is none.
  mutating func next(in buffer: UnsafeBufferPointer<UInt8>) -> Passage? {
    guard let candidate = search.first(in: buffer, from: position) else { return nil }
    let passage = passage(around: candidate, in: buffer)
    let end = passage.offsets[passage.wordCount]
    position = max(end, candidate + 1)
    return passage
  }

  /// Goes on behind an offset, when a reading took more than the word.
  mutating func skip(to offset: Int) {
    position = max(position, offset)
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
