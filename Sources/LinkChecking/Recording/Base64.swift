/// Base64 (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var number = group.reduce(0) { $0 << 8 | Int($1) }
      number <<= 8 * (3 - group.count)
      for position in 0..<4 {
        let digit = alphabet[number >> (18 - 6 * position) & 63]
        text.append(position <= group.count ? digit : padding)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes; `nil` where the text is not Base64.
  static func decode(_ text: String) -> [UInt8]? {
    var values: [UInt8: Int] = [:]
    for (value, character) in alphabet.enumerated() { values[character] = value }
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: digits.count, by: 4) {
      let isLast = start + 4 == digits.count
      let padded = isLast ? digits[start...].reversed().prefix { $0 == padding }.count : 0
      guard padded <= 2 else { return nil }
      var number = 0
      for digit in digits[start..<(start + 4 - padded)] {
        guard let value = values[digit] else { return nil }
        number = number << 6 | value
      }
      number <<= 6 * padded
      for position in 0..<(3 - padded) { bytes.append(UInt8(truncatingIfNeeded: number >> (16 - 8 * position))) }
    }
    return bytes
  }
}
