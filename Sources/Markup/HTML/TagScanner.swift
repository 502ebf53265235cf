import Source

/// Finds the ranges of the attributes' values in the bytes of a start tag.
///
/// Source: HTML, section 13.1.2.3, read as leniently as in browsers.
struct TagScanner {
  /// The attributes in order: the bounds of the names, and of the values without quotes.
  private(set) var attributes: [(name: Range<Int>, value: Range<Int>?)] = []
  /// The offset after the tag's `>`, or the end of the bytes.
  private(set) var end: Int

  private let bytes: [UInt8]

  /// Scans from the offset after the tag's name.
  init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    self.end = start
    while skipToAttribute() {
      let nameStart = end
      while end < bytes.count, !isNameEnd(bytes[end]) { end += 1 }
      let name = nameStart..<end
      attributes.append((name, value()))
    }
  }

  /// The bounds of the value of the first attribute with a lower-case name.
  func value(of name: String) -> Range<Int>? {
    attributes.first { attribute in
      bytes[attribute.name].elementsEqual(name.utf8) { $0.asciiLowercased == $1 }
    }?.value
  }

  /// Moves to the next attribute's name; false after the tag's end.
  private mutating func skipToAttribute() -> Bool {
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ">"):
        end += 1
        return false
      case UInt8(ascii: "/"), UInt8(ascii: "="), 0...0x20: end += 1
      default: return true
      }
    }
    return false
  }

  private mutating func value() -> Range<Int>? {
    let afterName = end
    skipSpace()
    guard end < bytes.count, bytes[end] == UInt8(ascii: "=") else {
      end = afterName
      return nil
    }
    end += 1
    skipSpace()
    guard end < bytes.count else { return nil }
    let quote = bytes[end]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = end + 1
      end = start
      while end < bytes.count, bytes[end] != quote { end += 1 }
      let bounds = start..<end
      end = min(end + 1, bytes.count)
      return bounds
    }
    let start = end
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">") { end += 1 }
    return start..<end
  }

  private mutating func skipSpace() {
    while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
  }

  private func isNameEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
