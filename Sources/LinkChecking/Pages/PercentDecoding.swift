/// Percent-encoding in URLs. Source: RFC 3986, section 2.1.
enum PercentDecoding {
  /// The text with each `%XX` replaced by its byte; where that is no UTF-8, or a `%` is broken, the text as it was.
  static func decode(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return text }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
