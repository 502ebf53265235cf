import Source

extension Unicode.Scalar {
  /// Whether a terminal or an editor obeys this character, or hides it, instead of showing it.
  ///
  /// These are the control characters, line separators, bidirectional controls (Unicode 16, section 23.2) and the invisible characters
  /// that no emoji needs; joiners and variation selectors stay, because emoji and scripts are written with them.
  var isObeyed: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  /// The character, or its escape where it would be obeyed.
  var inert: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where isObeyed: "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    default: String(Character(self))
    }
  }
}

extension String {
  /// The text on one line without characters that a terminal obeys: fit for names and messages with text of strangers.
  public var inert: String {
    // Most text is ASCII.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    guard unicodeScalars.contains(where: \.isObeyed) else { return self }
    var result = ""
    for scalar in unicodeScalars { result += scalar.inert }
    return result
  }
}

extension [UInt8] {
  /// Appends a text on one line without characters that a terminal obeys.
  mutating func append(inert text: String) {
    let start = count
    self += text.utf8
    // Nearly every text stays as it is, and is not read twice.
    guard let first = firstObeyed(in: start..<count) else { return }
    let rest = Array(self[first...])
    removeSubrange(first...)
    append(inert: rest, rest.indices)
  }

  /// Appends a range of UTF-8 without characters that a terminal obeys.
  ///
  /// - Parameter tab: what to write for a tab.
  mutating func append(inert text: [UInt8], _ range: Range<Int>, tab: String = "\\t") {
    var position = range.lowerBound
    while position < range.upperBound {
      let found = text.firstObeyed(in: position..<range.upperBound) ?? range.upperBound
      self += text[position..<found]
      guard found < range.upperBound else { return }
      let (scalar, end) = text.scalar(at: found)
      self += (scalar == "\t" ? tab : scalar.inert).utf8
      position = end
    }
  }

  mutating func append(number: Int) {
    if number > 9 { append(number: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// The offset of the first character that a terminal obeys in a range of UTF-8.
  private func firstObeyed(in range: Range<Int>) -> Int? {
    var position = range.lowerBound
    while let found = firstUnprintable(in: position..<range.upperBound) {
      if self[found] < 0x80 { return found }
      position = found
      while position < range.upperBound, self[position] >= 0x80 {
        switch self[position] {
        // The first bytes of those characters and of some others.
        case 0xC2, 0xD8, 0xE1, 0xE2, 0xEF:
          if scalar(at: position).scalar.isObeyed { return position }
        default: break
        }
        position += 1
      }
    }
    return nil
  }

  /// The character at an offset of UTF-8, and the offset after it; U+FFFD for bytes that are not UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, end: Int) {
    let first = UInt32(self[offset])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), offset + 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC0, offset + length <= count else { return ("\u{FFFD}", offset + 1) }
    func part(_ index: Int) -> UInt32 { UInt32(self[offset + index] & 0x3F) }
    let value =
      switch length {
      case 2: (first & 0x1F) << 6 | part(1)
      case 3: (first & 0xF) << 12 | part(1) << 6 | part(2)
      default: (first & 7) << 18 | part(1) << 12 | part(2) << 6 | part(3)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", offset + length)
  }
}
