import Source

/// Distinguishes a letter before a closing quotation mark, as in “AMANHÃ”, from one damaged character.
struct QuotationSearch {
  let bytes: [UInt8]

  /// Where the quotation begins that a letter and a quotation mark may close.
  enum Start: Hashable {
    case sameLine
    case paragraph
  }

  /// Where the quotation begins if a range is a letter before its closing quotation mark; nil if it is not.
  func start(ofQuotationClosedBy range: Range<Int>) -> Start? {
    guard isAtEndOfWord(range) else { return nil }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      var offset = range.lowerBound
      while offset > max(0, range.lowerBound - Self.quotationReach), !isStart(offset) {
        offset -= 1
      }
      let line = unsafe UnsafeBufferPointer(rebasing: buffer[offset..<range.lowerBound])
      let lastLine =
        bytes[(range.lowerBound - line.count)..<range.lowerBound].lastIndex(of: 0x0A).map {
          $0 - range.lowerBound + line.count
        } ?? 0
      var result: Start?
      offset = unsafe firstNonASCII(in: line, from: 0)
      while offset < line.count {
        let (value, length) = unsafe scalar(in: line, at: offset)
        if length > 0, Self.quotationMarks.contains(value) {
          if offset >= lastLine { return .sameLine }
          result = .paragraph
        }
        // After a non-ASCII character the sign may itself be damaged.
        while offset < line.count, unsafe line[offset] >= 0x80 { offset += 1 }
        offset = unsafe firstNonASCII(in: line, from: offset)
      }
      return result
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

  /// Whether no letter follows, and no small letter is before a capital.
  private func isAtEndOfWord(_ range: Range<Int>) -> Bool {
    if range.upperBound < bytes.count {
      let next = CharacterTraits.of(
        String(decoding: bytes[range.upperBound...].prefix(4), as: UTF8.self).unicodeScalars.first?.value ?? 0)
      if next.kind.isLetter || next.kind == .digit { return false }
    }
    let first = String(decoding: bytes[range].prefix(4), as: UTF8.self).unicodeScalars.first?.value ?? 0
    return
      !(CharacterTraits.of(first).kind == .upper && range.lowerBound > 0
      && (0x61...0x7A).contains(bytes[range.lowerBound - 1]))
  }

  private static let quotationMarks: [UInt32] = "“„”‘‚’«»‹›".unicodeScalars.map(\.value)
}
