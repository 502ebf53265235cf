import Source
import TextEncodings

/// Finds damage whose original is lost, so that it is reported: U+FFFD read as Windows-1252, and UTF-8 read as GBK.
struct UnreadableDamage {
  let bytes: [UInt8]

  /// The places, in order, with the encoding that damaged each.
  func places() -> [(range: SourceRange, encoding: LegacyEncoding)] {
    var result = Self.offsets(of: "ï¿½", in: bytes).map {
      (range: SourceRange($0, $0 + "ï¿½".utf8.count), encoding: LegacyEncoding.windows1252)
    }
    for (form, continuations) in [("鈥", Self.punctuation), ("馃", Self.emoji)] {
      for offset in Self.offsets(of: form, in: bytes) {
        let end = offset + form.utf8.count
        let next = String(decoding: bytes[end...].prefix(4), as: UTF8.self).unicodeScalars.first
        // The last byte may have been no character with the next one.
        if let next, next == "?" || next == "\u{FFFD}" || continuations.contains(next) {
          result.append((SourceRange(offset, end + String(next).utf8.count), .gbk))
        }
      }
    }
    return result.sorted { $0.range < $1.range }
  }

  private static func offsets(of form: String, in bytes: [UInt8]) -> [Int] {
    let form = Array(form.utf8)
    var result: [Int] = []
    var position = 0
    while let offset = bytes.firstIndex(ofEither: form[0], or: form[0], in: position..<bytes.count) {
      if bytes[offset...].starts(with: form) { result.append(offset) }
      position = offset + 1
    }
    return result
  }

  /// The characters that GBK gives after E2 80 for the last byte of dashes, quotation marks, • and …, and whatever follows.
  private static let punctuation = characters(
    of: [0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA2, 0xA6], before: 0x40..<0xFF)
  /// The characters that GBK gives after F0 9F for the last two bytes of emoji.
  private static let emoji = characters(of: Array(0x8C...0xAB), before: 0x80..<0xC0)

  private static func characters(of first: [UInt8], before second: Range<UInt8>) -> Set<Unicode.Scalar> {
    var result: Set<Unicode.Scalar> = []
    for lead in first {
      for trail in second {
        var decoder = TextDecoder(.gb18030)
        let text = String(decoding: decoder.decode([lead, trail], isLast: true), as: UTF8.self).unicodeScalars
        if text.count == 1, let scalar = text.first, scalar.value >= 0x80 { result.insert(scalar) }
      }
    }
    return result
  }
}
