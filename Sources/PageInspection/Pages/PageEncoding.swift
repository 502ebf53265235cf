internal import Source

/// The encoding of a page.
///
/// Source: the labels of the WHATWG's Encoding Standard, section 4.2. No other name reaches iconv, whose rarer converters are not safe
/// for untrusted bytes.
enum PageEncoding: Hashable, Sendable {
  case utf8
  /// Any other, by iconv's name for it.
  case other(String)

  /// The encoding of a label, in any case; `nil` for a label that no browser knows.
  init?(label: String) {
    let label = String(label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
    if ["utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"].contains(label) {
      self = .utf8
    } else if let name = Self.names[label] {
      self = .other(name)
    } else {
      return nil
    }
  }

  /// The encoding that browsers use for a page without a label that is not UTF-8.
  static let fallback = PageEncoding.other("WINDOWS-1252")

  private static let names: [String: String] = {
    var names = [
      "utf-16": "UTF-16LE", "utf-16le": "UTF-16LE", "utf-16be": "UTF-16BE", "gbk": "GB18030", "gb2312": "GB18030",
      "gb_2312-80": "GB18030", "x-gbk": "GB18030", "gb18030": "GB18030", "big5": "BIG5-HKSCS",
      "big5-hkscs": "BIG5-HKSCS",
      "cn-big5": "BIG5-HKSCS", "x-x-big5": "BIG5-HKSCS", "euc-jp": "EUC-JP", "x-euc-jp": "EUC-JP",
      "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932", "windows-31j": "CP932",
      "ms_kanji": "CP932", "iso-2022-jp": "ISO-2022-JP", "euc-kr": "CP949", "ks_c_5601-1987": "CP949",
      "ksc5601": "CP949", "windows-949": "CP949", "koi8-r": "KOI8-R", "koi8": "KOI8-R", "koi8-u": "KOI8-U",
      "ibm866": "CP866", "cp866": "CP866", "macintosh": "MACINTOSH", "windows-874": "CP874", "tis-620": "CP874",
      "iso-8859-11": "CP874", "ascii": "WINDOWS-1252", "us-ascii": "WINDOWS-1252", "latin1": "WINDOWS-1252",
      "iso-8859-1": "WINDOWS-1252", "iso8859-1": "WINDOWS-1252", "l1": "WINDOWS-1252", "latin2": "ISO-8859-2",
      "iso-8859-9": "CP1254", "latin5": "CP1254",
    ]
    for page in 1250...1258 {
      names["windows-\(page)"] = "CP\(page)"
      names["cp\(page)"] = "CP\(page)"
    }
    for part in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] { names["iso-8859-\(part)"] = "ISO-8859-\(part)" }
    return names
  }()
}

extension PageEncoding {
  /// The encoding by the byte order mark, else by the header, else by a `meta` tag, else UTF-8 if the bytes are valid, else `fallback`.
  ///
  /// - Parameters:
  ///   - start: the first 1024 bytes, or all if there are fewer.
  ///   - contentType: the value of the header field.
  static func of(_ start: [UInt8], contentType: String?) -> PageEncoding {
    if start.starts(with: ByteOrderMark.utf8) { return .utf8 }
    if start.starts(with: ByteOrderMark.utf16BigEndian) { return .other("UTF-16BE") }
    if start.starts(with: ByteOrderMark.utf16LittleEndian) { return .other("UTF-16LE") }
    if let label = contentType.flatMap({ charset(in: Array($0.utf8)) }), let encoding = PageEncoding(label: label) {
      return encoding
    }
    if let label = metaCharset(start), let encoding = PageEncoding(label: label) {
      // A page whose `meta` is readable as ASCII is not in an encoding of two bytes.
      if case .other(let name) = encoding, name.hasPrefix("UTF-16") { return .utf8 }
      return encoding
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
