import Source

/// Finds mojibake in the percent-encoded bytes of destinations (RFC 3986, section 2.1); reported, never repaired.
struct EscapedDamage {
  let bytes: [UInt8]
  let options: RepairOptions

  /// The mojibake in destinations, which are in order; `after` and the candidates are percent-encoded like the text.
  func repairs(in destinations: [SourceRange]) -> [Mojibake] {
    var found: [Mojibake] = []
    // Most have no percent sign, so the next one is after many of them.
    let percent = UInt8(ascii: "%")
    var next = -1
    for destination in destinations where destination.lowerBound < bytes.count {
      if next < destination.lowerBound {
        next = bytes.firstIndex(ofEither: percent, or: percent, in: destination.lowerBound..<bytes.count) ?? bytes.count
      }
      if next < destination.upperBound { found += repairs(in: destination) }
    }
    return found
  }

  private func repairs(in destination: SourceRange) -> [Mojibake] {
    let text = bytes[min(destination.lowerBound, bytes.count)..<min(destination.upperBound, bytes.count)]
    let (decoded, offsets) = decode(text)
    guard decoded.count < text.count else { return [] }
    let found = MojibakeSearch(bytes: decoded, regions: RegionIndex([]), options: options).repairs()
    return found.compactMap { repair in
      let range = SourceRange(offsets[repair.range.lowerBound], offsets[repair.range.upperBound])
      // Unencoded mojibake is found elsewhere.
      guard range.count == 3 * repair.range.count else { return nil }
      return Mojibake(
        range: range, before: String(decoding: bytes[range.range], as: UTF8.self), after: repair.after.map(encode),
        candidates: repair.candidates.map(encode), certainty: repair.certainty, encoding: repair.encoding,
        rounds: repair.rounds, obstacle: .destination)
    }
  }

  /// The decoded bytes, and the offset in the file of each and of the end.
  private func decode(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], offsets: [Int]) {
    var result: [UInt8] = []
    var offsets: [Int] = []
    var index = text.startIndex
    while index < text.endIndex {
      offsets.append(index)
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex, let high = text[index + 1].hexDigitValue,
        let low = text[index + 2].hexDigitValue, high >= 8
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return (result, offsets + [text.endIndex])
  }

  private func encode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in text.utf8 { result.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]) }
    return String(result)
  }
}
