/// Percent-encoding in URLs. Source: RFC 3986, section 2.1.
public enum PercentEncoding {
  /// The text with each `%XX` decoded; unchanged if a `%` is malformed or the result is not UTF-8.
  public static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexDigitValue, let low = rest.popFirst()?.hexDigitValue else { return text }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
