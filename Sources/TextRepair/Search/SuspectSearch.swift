/// Finds the words of a file that may be mojibake.
struct SuspectSearch {
  private let search: SequenceStartSearch
  /// The offset at which the search continues.
  private var position = 0

  init(codePages: CodePages) {
    search = SequenceStartSearch(codePages: codePages)
  }

  /// The bytes of a word, and its neighbours.
  struct Bounds {
    let range: Range<Int>
    /// The character before, 0 at the edge of the text.
    let before: UInt32
    /// The character after, 0 at the edge of the text.
    let after: UInt32
  }

  /// The next word with the start of a sequence in some code page; nil if there is none.
  mutating func next(in buffer: UnsafeBufferPointer<UInt8>) -> Bounds? {
    guard let candidate = unsafe search.first(in: buffer, from: position) else { return nil }
    let bounds = unsafe bounds(around: candidate, in: buffer)
    position = max(bounds.range.upperBound, candidate + 1)
    return bounds
  }

  /// Continues at an offset, if a candidate takes more than the word.
  mutating func skip(to offset: Int) {
    position = max(position, offset)
  }

  /// The bounds of the word at an offset.
  private func bounds(around candidate: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Bounds {
    var start = candidate
    while start > position, start > candidate - Self.longestStart {
      if unsafe buffer[start - 1] < 0x80, unsafe Suspect.isBreak(UInt32(buffer[start - 1])) {
        guard start > position + 1, unsafe isInsideWord(at: start - 1, in: buffer) else { break }
      }
      start -= 1
    }
    while start < candidate, unsafe buffer[start] & 0xC0 == 0x80 { start += 1 }
    if start == candidate, start > position, unsafe buffer[start - 1] == 0x23 || buffer[start - 1] == 0x2A {
      start -= 1
    }
    let before = unsafe start > 0 && buffer[start - 1] < 0x80 ? UInt32(buffer[start - 1]) : 0
    var offset = start
    while offset < buffer.count {
      let byte = unsafe buffer[offset]
      if byte < 0x80 {
        if offset > candidate, Suspect.isBreak(UInt32(byte)), unsafe !isInsideWord(at: offset, in: buffer) { break }
        offset += 1
      } else {
        let length = unsafe scalar(in: buffer, at: offset).length
        if length == 0, offset > candidate { break }
        offset += max(length, 1)
      }
    }
    let (after, length) = unsafe offset < buffer.count ? scalar(in: buffer, at: offset) : (0, 0)
    return Bounds(range: start..<offset, before: before, after: length > 0 ? after : 0)
  }

  /// The word with some bounds.
  func suspect(in bounds: Bounds, of buffer: UnsafeBufferPointer<UInt8>) -> Suspect {
    var result = Suspect(values: [], offsets: [], wordCount: 0, before: bounds.before, after: 0)
    result.values.reserveCapacity(bounds.range.count)
    result.offsets.reserveCapacity(bounds.range.count + 1)
    unsafe read(from: bounds.range.lowerBound, in: buffer, into: &result) { offset, _ in
      offset >= bounds.range.upperBound
    }
    result.wordCount = result.values.count
    return result
  }

  /// Adds the characters after the word, as far as a sequence can reach that lost bytes to spaces, question marks or quotes.
  func extend(_ suspect: inout Suspect, in buffer: UnsafeBufferPointer<UInt8>) {
    guard let end = suspect.offsets.popLast() else { return }
    let limit = suspect.wordCount + Self.longestExtension
    var last = suspect.values.last ?? 0
    var count = suspect.values.count
    unsafe read(from: end, in: buffer, into: &suspect) { _, value in
      defer { (last, count) = (value, count + 1) }
      if count >= limit { return true }
      return Suspect.isBreak(value) && !(Suspect.isSubstitute(value) && (last >= 0x80 || Suspect.isSubstitute(last)))
    }
    suspect.neighbours = unsafe NeighbourSearch(buffer: buffer).neighbours(of: suspect)
  }

  /// The most bytes of a word before the damage: text further away decides nothing.
  private static let longestStart = 256
  private static let longestExtension = 40

  /// Whether an ASCII sign replaces a byte rather than divides words: it is after a non-ASCII character and before a letter.
  private func isInsideWord(at offset: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    let value = unsafe buffer[offset]
    guard value == 0x3F || value == 0x22 || value == 0x27, offset > 0, offset + 1 < buffer.count else { return false }
    var (last, next) = (offset - 1, offset + 1)
    // A character can lose all bytes but the first.
    while value == 0x3F, last > 0, last > offset - 3, unsafe buffer[last] == 0x3F { last -= 1 }
    while value == 0x3F, next + 1 < buffer.count, next < offset + 3, unsafe buffer[next] == 0x3F { next += 1 }
    return unsafe buffer[last] >= 0x80 && !Suspect.isBreak(UInt32(buffer[next]))
  }

  /// Reads characters up to the first one that ends the suspect.
  private func read(
    from start: Int, in buffer: UnsafeBufferPointer<UInt8>, into suspect: inout Suspect,
    until ends: (Int, UInt32) -> Bool
  ) {
    var offset = start
    suspect.after = 0
    while offset < buffer.count {
      let (decoded, length) = unsafe scalar(in: buffer, at: offset)
      let value = length > 0 ? decoded : Suspect.barrier
      if ends(offset, value) {
        suspect.after = length > 0 ? value : 0
        break
      }
      suspect.values.append(value)
      suspect.offsets.append(offset)
      offset += max(length, 1)
    }
    suspect.offsets.append(offset)
  }
}
