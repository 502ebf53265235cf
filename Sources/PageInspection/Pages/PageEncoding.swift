internal import Source
internal import TextEncodings

/// The encoding of a page.
enum PageEncoding {
  /// The encoding that browsers use for a page without a label that is not UTF-8.
  private static let fallback = TextEncoding.windows1252

  /// The encoding by the byte order mark, else by the header, else by a `meta` tag, else UTF-8 if the bytes are valid, else `fallback`.
  ///
  /// - Parameters:
  ///   - start: the first 1024 bytes, or all if there are fewer.
  ///   - contentType: the value of the header field.
  static func of(_ start: [UInt8], contentType: String?) -> TextEncoding {
    if start.starts(with: ByteOrderMark.utf8) { return .utf8 }
    if start.starts(with: ByteOrderMark.utf16BigEndian) { return .utf16BigEndian }
    if start.starts(with: ByteOrderMark.utf16LittleEndian) { return .utf16LittleEndian }
    if let label = contentType.flatMap({ charset(in: Array($0.utf8)) }), let encoding = TextEncoding(label: label) {
      return encoding
    }
    if let label = metaCharset(start), let encoding = TextEncoding(label: label) {
      // A page whose `meta` is readable as ASCII is not in an encoding of two bytes.
      return encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? .utf8 : encoding
    }
    return isUTF8(start) ? .utf8 : fallback
  }

  /// The label after `charset=` in the first `meta` tag that has one, outside comments (HTML, section 13.2.3.2, simplified).
  private static func metaCharset(_ bytes: [UInt8]) -> String? {
    let bytes = Array(bytes.prefix(1024))
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let rest = bytes[index...]
      // Few tags are one of the two.
      guard index + 1 < bytes.count, [UInt8(ascii: "!"), UInt8(ascii: "m")].contains(bytes[index + 1] | 0x20) else {
        index += 1
        continue
      }
      if rest.starts(with: "<!--".utf8) {
        index += 4
        while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
      } else if rest.prefix(5).map({ $0 | 0x20 }).elementsEqual("<meta".utf8.map { $0 | 0x20 }) {
        let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
        if let label = charset(in: Array(bytes[index..<end])) { return label }
        index = end
      }
      index += 1
    }
    return nil
  }

  /// The label after `charset=` in a text.
  private static func charset(in bytes: [UInt8]) -> String? {
    let lower = bytes.map(\.asciiLowercased)
    let name = Array("charset".utf8)
    guard lower.count > name.count else { return nil }
    for start in 0..<(lower.count - name.count) where lower[start] == name[0] && lower[start...].starts(with: name) {
      var rest = lower[(start + name.count)...].drop { $0 == 0x20 }
      guard rest.popFirst() == UInt8(ascii: "=") else { continue }
      let ends: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: ">"), 0x20]
      let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
      let value = rest.drop { $0 == 0x20 || quotes.contains($0) }.prefix { !ends.contains($0) && !quotes.contains($0) }
      return String(decoding: value, as: UTF8.self)
    }
    return nil
  }

  /// Whether bytes are UTF-8, where the last character may be cut.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (0...min(3, bytes.count)).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
  }
}
