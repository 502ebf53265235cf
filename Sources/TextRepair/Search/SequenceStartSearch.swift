/// Finds the characters of a file that may start a damaged UTF-8 sequence.
///
/// Nearly all text is healthy, and a character before ASCII starts nothing. So the search first looks at whole blocks, without a
/// branch for each character, for two adjacent non-ASCII characters or one before a question mark.
struct SequenceStartSearch {
  let codePages: CodePages

  /// The bytes in a block, and how many of them can be the first of four bytes in it.
  private static let block = 64
  private static let step = 60

  /// The first character from an offset on that starts a sequence in some code page and has a continuation after it.
  func first(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var base = start
    while base < buffer.count {
      guard base &+ Self.block <= buffer.count else { return unsafe firstAtEnd(in: buffer, from: base) }
      let look = unsafe look(at: base, in: buffer)
      guard look.beyondASCII else {
        base = unsafe firstNonASCII(in: buffer, from: base &+ Self.block)
        continue
      }
      var places = look.places
      var next = base &+ Self.step
      while places != 0 {
        let run = unsafe scan(from: base &+ places.trailingZeroBitCount, in: buffer)
        if let candidate = run.candidate { return candidate }
        next = max(next, run.end)
        if run.end >= base &+ Self.step { break }
        places &= ~0 << UInt64(run.end &- base)
      }
      base = next
    }
    return nil
  }

  private func firstAtEnd(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var offset = unsafe firstNonASCII(in: buffer, from: start)
    while offset < buffer.count {
      let run = unsafe scan(from: offset, in: buffer)
      if let candidate = run.candidate { return candidate }
      offset = unsafe firstNonASCII(in: buffer, from: run.end)
    }
    return nil
  }

  /// Whether a block has non-ASCII bytes, and where four of them start, or fewer before a question mark.
  @inline(__always)
  private func look(at base: Int, in buffer: UnsafeBufferPointer<UInt8>) -> (beyondASCII: Bool, places: UInt64) {
    guard let bytes = unsafe UnsafeRawPointer(buffer.baseAddress) else { return (false, 0) }
    let high: UInt64 = 0x8080_8080_8080_8080
    var beyond: UInt64 = 0
    var questions: UInt64 = 0
    for lane in 0..<8 {
      let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: base &+ lane &* 8, as: UInt64.self))
      let other = word ^ 0x3F3F_3F3F_3F3F_3F3F
      beyond |= Self.bits(word & high) << UInt64(lane &* 8)
      // No carry crosses into the next byte, so each byte is compared by itself.
      questions |= Self.bits(~((other & ~high) &+ ~high | other) & high) << UInt64(lane &* 8)
    }
    let two = beyond & beyond >> 1
    let three = two & beyond >> 2
    let asked = beyond & questions >> 1 | two & questions >> 2 | three & questions >> 3
    return (beyond != 0, (three & beyond >> 3 | asked) & ((1 << UInt64(Self.step)) &- 1))
  }

  /// The highest bits of a word's bytes, packed into eight bits.
  @inline(__always)
  private static func bits(_ word: UInt64) -> UInt64 { ((word >> 7) &* 0x0102_0408_1020_4080) >> 56 }

  /// The first start in a run of non-ASCII characters, and where the run ends.
  private func scan(from start: Int, in buffer: UnsafeBufferPointer<UInt8>) -> (candidate: Int?, end: Int) {
    var offset = start
    var leads: UInt32 = 0
    var leadOffset = start
    while offset < buffer.count {
      let first = unsafe buffer[offset]
      if first < 0x80 { return (leads & 1 != 0 && first == 0x3F ? leadOffset : nil, offset) }
      if first >= 0xE3, first <= 0xEE, offset &+ 2 < buffer.count,
        unsafe buffer[offset &+ 1] & buffer[offset &+ 2] & 0xC0 == 0x80
      {
        // No code page has a character from U+3000 to U+EFFF, where most Asian text is.
        leads = 0
        offset &+= 3
        continue
      }
      let (value, length) = unsafe scalar(in: buffer, at: offset)
      guard length > 0 else {
        leads = 0
        offset &+= 1
        continue
      }
      let role = codePages.roles(of: value)
      if leads & role & 0xFFFF != 0 || value == 0xFFFD && leads & 1 != 0 { return (leadOffset, offset) }
      leads = role >> 16
      leadOffset = offset
      offset &+= length
    }
    return (nil, offset)
  }
}
