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
      let (value, length) = scalar(in: buffer, at: offset)
      guard length > 0 else {
        leads = 0
        offset += 1
        continue
      }
      let role = codePages.roles[codePages.row(of: value)]
      if leads & role & 0xFFFF != 0 || value == 0xFFFD && leads & 1 != 0 { return leadOffset }
      leads = role >> 16
      leadOffset = offset
      offset += length
    }
  }

  /// The word that holds an offset.
  private func passage(around candidate: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Passage {
    var start = candidate
    while start > position, start > candidate - 256 {
      let byte = buffer[start - 1]
      if byte < 0x80, Passage.isBreak(UInt32(byte)) { break }
      start -= 1
    }
    while start < candidate, buffer[start] & 0xC0 == 0x80 { start += 1 }
    let before = start > 0 && buffer[start - 1] < 0x80 ? UInt32(buffer[start - 1]) : 0
    var result = Passage(values: [], offsets: [], wordCount: 0, before: before, after: 0)
    if before == 0x23 || before == 0x2A, start == candidate { start -= 1 }
    read(from: start, candidate: candidate, in: buffer, into: &result)
    return result
  }

  /// Reads a word and the substitutes behind it.
  private func read(
    from start: Int, candidate: Int, in buffer: UnsafeBufferPointer<UInt8>, into passage: inout Passage
  ) {
    var offset = start
    var inWord = true
    var wasHigh = false
    while offset < buffer.count {
      let (decoded, length) = scalar(in: buffer, at: offset)
      let value = length > 0 ? decoded : Passage.barrier
      if offset > candidate, Passage.isBreak(value) {
        if inWord { passage.wordCount = passage.values.count }
        inWord = false
        guard Passage.isSubstitute(value), wasHigh || passage.values.last.map(Passage.isSubstitute) ?? false,
          passage.values.count - passage.wordCount < 64
        else {
          passage.after = value == Passage.barrier ? 0 : value
          break
        }
      }
      wasHigh = value >= 0x80
      passage.values.append(value)
      passage.offsets.append(offset)
      offset += max(length, 1)
    }
    if inWord { passage.wordCount = passage.values.count }
    passage.offsets.append(offset)
  }
}
