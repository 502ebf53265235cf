import Source

/// Finds damage in the percent-encoded bytes of destinations (RFC 3986, section 2.1), which is told and never repaired.
struct EscapedDamage {
  let bytes: [UInt8]
  let options: RepairOptions

  /// The damage in destinations, which are given in order; `after` and the candidates are percent-encoded as the text is.
  func repairs(in destinations: [SourceRange]) -> [Repair] {
    var found: [Repair] = []
    // Most have no percent sign, so that the next one stands behind many of them.
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

  private func repairs(in destination: SourceRange) -> [Repair] {
    let text = bytes[min(destination.lowerBound, bytes.count)..<min(destination.upperBound, bytes.count)]
    let (decoded, offsets) = decode(text)
    guard decoded.count < text.count else { return [] }
    let found = RepairSession(bytes: decoded, regions: RegionIndex([]), options: options).repairs()
    return found.compactMap { repair in
      let range = SourceRange(offsets[repair.range.lowerBound], offsets[repair.range.upperBound])
      // What stands there unencoded is found without this.
      guard range.count == 3 * repair.range.count else { return nil }
      return Repair(
        range: range, before: String(decoding: bytes[range.range], as: UTF8.self), after: repair.after.map(encode),
        candidates: repair.candidates.map(encode), certainty: repair.certainty, encoding: repair.encoding,
        rounds: repair.rounds, obstacle: .destination)
    }
  }

  /// The bytes with their escapes decoded, and the offset in the file of each of them and of the end.
  private func decode(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], offsets: [Int]) {
    var result: [UInt8] = []
    var offsets: [Int] = []
    var index = text.startIndex
    while index < text.endIndex {
      offsets.append(index)
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex, let high = digit(text[index + 1]),
        let low = digit(text[index + 2]), high >= 8
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

  private func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private func encode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in text.utf8 { result.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]) }
    return String(result)
  }
}
