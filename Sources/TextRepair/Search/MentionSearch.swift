import Source

/// Finds the repaired form of a word close by, as in a text about mojibake.
struct MentionSearch {
  private let bytes: [UInt8]
  /// A bit for each pair of adjacent non-ASCII bytes in the file; built on first use.
  ///
  /// A file that is damaged throughout hardly has the pairs of a repaired form, so most searches end here.
  private var pairs: [UInt64] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether a word with a range replaced is also on the word's line or an adjacent line.
  mutating func isMentioned(_ replacement: [UInt32], for range: SourceRange, in word: SourceRange) -> Bool {
    var form: [UInt8] = []
    for scalar in replacement where Unicode.Scalar(scalar) != nil { appendUTF8(scalar, to: &form) }
    guard mayContain(form) else { return false }
    form = bytes[word.lowerBound..<range.lowerBound] + form + bytes[range.upperBound..<word.upperBound]
    let window = lines(around: word)
    return contains(form, from: window.lowerBound, to: word.lowerBound)
      || contains(form, from: word.upperBound, to: window.upperBound)
  }

  /// The furthest that an adjacent line is searched, in bytes.
  private static let reach = 8192

  /// The line of a range and the adjacent lines, as far as they are in reach.
  private func lines(around range: SourceRange) -> SourceRange {
    let least = max(0, range.lowerBound - Self.reach)
    let most = min(bytes.count, range.upperBound + Self.reach)
    let start = unsafe bytes.withUnsafeBufferPointer { buffer in
      var start = range.lowerBound
      var breaks = 0
      while start > least {
        if unsafe buffer[start - 1] == 0x0A {
          breaks += 1
          if breaks == 2 { break }
        }
        start -= 1
      }
      return start
    }
    guard let end = lineEnd(in: range.upperBound..<most) else { return SourceRange(start, most) }
    return SourceRange(start, lineEnd(in: (end + 1)..<most) ?? most)
  }

  private func lineEnd(in range: Range<Int>) -> Int? { bytes.firstIndex(ofEither: 0x0A, or: 0x0A, in: range) }

  private func contains(_ form: [UInt8], from start: Int, to end: Int) -> Bool {
    // Non-ASCII bytes are rarer than letters.
    let key = form.firstIndex { $0 >= 0x80 } ?? 0
    guard form.indices.contains(key), end - start >= form.count else { return false }
    let last = end - form.count + key
    var position = start + key
    while let found = bytes.firstIndex(ofEither: form[key], or: form[key], in: position..<(last + 1)) {
      let first = found - key
      // Inside a longer word it is not the form.
      if bytes[first..<(first + form.count)].elementsEqual(form), !isWord(first - 1), !isWord(first + form.count) {
        return true
      }
      position = found + 1
    }
    return false
  }

  private func isWord(_ index: Int) -> Bool {
    bytes.indices.contains(index) && (bytes[index] >= 0x80 || !Suspect.isBreak(UInt32(bytes[index])))
  }

  private mutating func mayContain(_ form: [UInt8]) -> Bool {
    if pairs.isEmpty { collectPairs() }
    for index in form.indices.dropLast() where form[index] >= 0x80 && form[index + 1] >= 0x80 {
      let key = Int(form[index] & 0x7F) << 7 | Int(form[index + 1] & 0x7F)
      if pairs[key >> 6] & 1 << UInt64(key & 63) == 0 { return false }
    }
    return true
  }

  private mutating func collectPairs() {
    pairs = [UInt64](repeating: 0, count: 256)
    var last: UInt8 = 0
    for byte in bytes {
      if last & byte >= 0x80 {
        let key = Int(last & 0x7F) << 7 | Int(byte & 0x7F)
        pairs[key >> 6] |= 1 << UInt64(key & 63)
      }
      last = byte
    }
  }
}
