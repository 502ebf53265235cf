import Source

/// Distinguishes a letter before a closing quotation mark, as in “AMANHÃ”, from one damaged character.
struct QuotationSearch {
  let bytes: [UInt8]

  /// Whether a range is a letter before the closing quotation mark of a quotation in its paragraph or item.
  func isQuotation(_ range: Range<Int>) -> Bool {
    guard closesQuotation(bytes[range]) else { return false }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      var offset = range.lowerBound
      while offset > max(0, range.lowerBound - Self.quotationReach), !isStart(offset) {
        offset -= 1
      }
      let line = unsafe UnsafeBufferPointer(rebasing: buffer[offset..<range.lowerBound])
      offset = unsafe firstNonASCII(in: line, from: 0)
      while offset < line.count {
        let (value, length) = unsafe scalar(in: line, at: offset)
        if length > 0, Self.quotationMarks.contains(value) { return true }
        // After a non-ASCII character the sign may itself be damaged.
        while offset < line.count, unsafe line[offset] >= 0x80 { offset += 1 }
        offset = unsafe firstNonASCII(in: line, from: offset)
      }
      return false
    }
  }

  /// Whether a paragraph, heading or list item starts at an offset; quotations do not cross list items.
  private func isStart(_ offset: Int) -> Bool {
    guard bytes[offset - 1] == 0x0A, offset > 1 else { return false }
    if bytes[offset - 2] == 0x0A || offset > 2 && bytes[offset - 2] == 0x0D && bytes[offset - 3] == 0x0A { return true }
    guard let first = bytes[offset...].first(where: { !$0.isSpaceOrTab }) else { return true }
    return "-*+#|>=<".utf8.contains(first) || first.isASCIIDigit
  }

  /// The longest quotation, in bytes.
  private static let quotationReach = 4096

  /// Whether a quotation mark follows a letter.
  private func closesQuotation(_ text: ArraySlice<UInt8>) -> Bool {
    var wasLetter = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let kind = CharacterTraits.of(scalar.value).kind
      if wasLetter, kind == .quote || kind == .closing || kind == .apostrophe { return true }
      wasLetter = kind.isLetter
    }
    return false
  }

  private static let quotationMarks: [UInt32] = "“„”‘‚’«»‹›".unicodeScalars.map(\.value)
}
