internal import Source

extension PercentEncoding {
  /// A byte as `%XX`.
  static func triplet(_ byte: UInt8) -> String {
    String(decoding: [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)], as: UTF8.self)
  }

  /// An address or a reference with the spaces and the bytes beyond ASCII of its path and query encoded, in capitals (RFC 3986, section
  /// 2.1), as browsers do: libcurl 7.88 writes small letters, and a space of the query as `+`.
  ///
  /// - Parameter normalizes: whether bytes that are encoded already get capitals too.
  static func encodingPath(of text: String, normalizes: Bool = false) -> String {
    let isWanted: (UInt8) -> Bool = { $0 == 0x20 || $0 >= 0x80 || normalizes && $0 == UInt8(ascii: "%") }
    guard text.utf8.contains(where: isWanted) else { return text }
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
    let start = min(pathStart(bytes), end)
    var encoded = Array(bytes[..<start])
    for index in start..<end {
      let byte = bytes[index]
      if byte == 0x20 || byte >= 0x80 {
        encoded += Array(triplet(byte).utf8)
      } else if normalizes, index >= start + 1, isEncodedDigit(bytes, index, start) {
        encoded.append((0x61...0x66).contains(byte) ? byte - 0x20 : byte)
      } else {
        encoded.append(byte)
      }
    }
    return String(decoding: encoded + bytes[end...], as: UTF8.self)
  }

  /// Whether the byte at an index is one of the two digits after a `%`.
  private static func isEncodedDigit(_ bytes: [UInt8], _ index: Int, _ start: Int) -> Bool {
    let percent = UInt8(ascii: "%")
    for place in [index - 1, index - 2] where place >= start && bytes[place] == percent && place + 2 < bytes.count {
      return bytes[place + 1].hexDigitValue != nil && bytes[place + 2].hexDigitValue != nil
    }
    return false
  }

  /// The end of the scheme and the authority, if there are any.
  private static func pathStart(_ bytes: [UInt8]) -> Int {
    let slash = UInt8(ascii: "/")
    let head = bytes.prefix { !"/?#".utf8.contains($0) }
    let afterScheme = head.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
    guard afterScheme > 0 || bytes.starts(with: "//".utf8) else { return 0 }
    let authority = bytes[afterScheme...].drop { $0 == slash }
    return authority.firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
