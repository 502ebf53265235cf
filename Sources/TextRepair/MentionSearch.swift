import Source

/// Looks whether the repaired form of a word stands close by, as it does in a text about damaged text.
struct MentionSearch {
  private let bytes: [UInt8]
  /// Which pairs of bytes beyond ASCII stand in the file, bit by bit; made when first asked for.
  ///
  /// In a file that is damaged throughout, hardly any pair of a repaired form is there, and nothing has to be searched.
  private var pairs: [UInt64] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether a word, with a range of it replaced, stands on the word's own line or on the line before or after it.
  mutating func isMentioned(_ replacement: [UInt32], for range: SourceRange, in word: SourceRange) -> Bool {
    var form: [UInt8] = []
    for scalar in replacement where Unicode.Scalar(scalar) != nil { appendUTF8(scalar, to: &form) }
    guard mayContain(form) else { return false }
    form = bytes[word.lowerBound..<range.lowerBound] + form + bytes[range.upperBound..<word.upperBound]
    let window = lines(around: word)
    return contains(form, from: window.lowerBound, to: word.lowerBound)
      || contains(form, from: word.upperBound, to: window.upperBound)
  }

  /// The line of a range with its neighbours.
  private func lines(around range: SourceRange) -> SourceRange {
    var start = range.lowerBound
    var breaks = 0
    while start > 0 {
      if bytes[start - 1] == 0x0A {
        breaks += 1
        if breaks == 2 { break }
      }
      start -= 1
    }
    var end = range.upperBound
    breaks = 0
    while end < bytes.count {
      if bytes[end] == 0x0A {
        breaks += 1
        if breaks == 2 { break }
      }
      end += 1
    }
    return SourceRange(start, end)
  }

  private func contains(_ form: [UInt8], from start: Int, to end: Int) -> Bool {
    guard let first = form.first, end - start >= form.count else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      for index in start...(end - form.count) where buffer[index] == first {
        if buffer[index..<(index + form.count)].elementsEqual(form) { return true }
      }
      return false
    }
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
