import Source

/// A character reference in the source, such as `&amp;`, `&#35;` or `&#x22;`.
///
/// Source: CommonMark 0.31, section 2.5.
struct Entity {
  /// The number of bytes from the ampersand to the semicolon.
  let length: Int
  private let reference: ArraySlice<UInt8>

  /// Reads a reference by its form, without a check that HTML has the name.
  init?(bytes: [UInt8], at start: Int, end: Int) {
    var index = start + 1
    while index < end, index - start <= 33, bytes[index] != UInt8(ascii: ";") {
      guard bytes[index].isASCIIAlphanumeric || bytes[index] == UInt8(ascii: "#") && index == start + 1 else {
        return nil
      }
      index += 1
    }
    guard index < end, bytes[index] == UInt8(ascii: ";"), index > start + 1 else { return nil }
    self.length = index + 1 - start
    self.reference = bytes[start + 1..<index]
  }

  /// The length in bytes of the reference's replacement in the parser's text; nil if the text has something else there, or the
  /// reference itself, because HTML has no such name.
  func match(_ literal: Span<UInt8>, at index: Int) -> Int? {
    if let known = decoded {
      for (offset, byte) in known.enumerated() {
        guard index + offset < literal.count, literal[index + offset] == byte else { return nil }
      }
      return known.count
    }
    if isVerbatim(literal, at: index) { return nil }
    // For other names, the parser's text has the one or two characters of the replacement.
    var length = Self.scalarLength(literal, at: index)
    if Self.isSecondScalar(literal, at: index + length) { length += Self.scalarLength(literal, at: index + length) }
    return length
  }

  private var decoded: [UInt8]? {
    if reference.first == UInt8(ascii: "#") {
      let digits = reference.dropFirst()
      let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
      let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
      guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10) else { return nil }
      let scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
      return Array(String(scalar).utf8)
    }
    switch String(decoding: reference, as: UTF8.self) {
    case "amp", "AMP": return [UInt8(ascii: "&")]
    case "lt", "LT": return [UInt8(ascii: "<")]
    case "gt", "GT": return [UInt8(ascii: ">")]
    case "quot", "QUOT": return [UInt8(ascii: "\"")]
    case "fjlig": return Array("fj".utf8)
    default: return nil
    }
  }

  private func isVerbatim(_ literal: Span<UInt8>, at index: Int) -> Bool {
    guard index < literal.count, literal[index] == UInt8(ascii: "&") else { return false }
    for (offset, byte) in reference.enumerated() {
      guard index + 1 + offset < literal.count, literal[index + 1 + offset] == byte else { return false }
    }
    return true
  }

  private static func scalarLength(_ literal: Span<UInt8>, at index: Int) -> Int {
    var length = 1
    while index + length < literal.count, literal[index + length] & 0xC0 == 0x80 { length += 1 }
    return length
  }

  private static let secondScalars: [[UInt8]] = [
    "\u{338}", "\u{333}", "\u{331}", "\u{20D2}", "\u{20E5}", "\u{FE00}", "\u{200A}",
  ].map { Array(String($0).utf8) }

  /// Whether a character is the second of one of HTML's two-character references, such as `&NotEqualTilde;`.
  private static func isSecondScalar(_ literal: Span<UInt8>, at index: Int) -> Bool {
    secondScalars.contains { second in
      guard index + second.count <= literal.count else { return false }
      for offset in second.indices where literal[index + offset] != second[offset] { return false }
      return true
    }
  }
}
