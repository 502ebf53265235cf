import Source
import TextEncodings

/// Finds controls U+0080 to U+009F, which no text means: they are characters of Windows-1252 that were read as ISO 8859-1.
struct LoneControls {
  let bytes: [UInt8]

  /// Controls side by side outside of a repair.
  struct Run {
    let range: SourceRange
    /// The characters of Windows-1252; nil if that has none, or if the controls may be the rest of a longer sequence.
    let original: [UInt32]?
  }

  /// The runs outside of some ranges, which are in order and apart.
  func runs(outside ranges: [SourceRange]) -> [Run] {
    var result: [Run] = []
    var index = 0
    var position = 0
    while let offset = next(from: position) {
      var end = offset + 2
      while isControl(at: end) { end += 2 }
      position = end
      while index < ranges.count, ranges[index].upperBound <= offset { index += 1 }
      if index < ranges.count, ranges[index].lowerBound < end { continue }
      let range = SourceRange(offset, end)
      result.append(Run(range: range, original: original(of: range)))
    }
    return result
  }

  private func next(from start: Int) -> Int? {
    var position = start
    while let offset = bytes.firstIndex(ofEither: 0xC2, or: 0xC2, in: position..<bytes.count) {
      if isControl(at: offset) { return offset }
      position = offset + 1
    }
    return nil
  }

  private func isControl(at offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == 0xC2 && (0x80..<0xA0).contains(bytes[offset + 1])
  }

  private func original(of range: SourceRange) -> [UInt32]? {
    let controls = stride(from: range.lowerBound + 1, to: range.upperBound, by: 2).map { bytes[$0] }
    let characters = controls.map { Self.windows1252[Int($0) - 0x80] ?? 0 }
    guard characters.allSatisfy({ $0 >= 0xA0 }) else { return nil }
    let before = String(decoding: bytes[..<range.lowerBound].suffix(4), as: UTF8.self).unicodeScalars.last?.value ?? 0
    if characters.count > 1 || before >= 0x80, !characters.allSatisfy({ Self.punctuation.contains($0) }) { return nil }
    if controls.count == 1, !isNatural(characters[0], in: range) { return nil }
    let isAlone = controls.count == 1 && (range.upperBound == bytes.count || bytes[range.upperBound] < 0x80)
    // What may start a sequence has lost its other bytes. In most languages, small letters start longer ones only.
    for page in CodePages.encodings.indices where before >= 0x80 {
      let byte = CodePages.shared.byte(of: before, page: page)
      if (0xC2..<0xE0).contains(byte) || byte >= 0xE0 && !isAlone { return nil }
    }
    return characters
  }

  /// Whether a character may be at a place; between two letters, the control can also be a letter of Mac Roman, as in tur\u{92}stico.
  private func isNatural(_ character: UInt32, in range: SourceRange) -> Bool {
    let before = bytes[..<range.lowerBound].suffix(Self.longestElision).reversed().prefix { $0.isASCIILetter }
    let after = bytes[range.upperBound...].prefix(Self.longestElision).prefix { $0.isASCIILetter }
    guard !before.isEmpty, !after.isEmpty else { return true }
    if CharacterTraits.of(character).kind.isLetter || [0x2013, 0x2014, 0x2026].contains(character) { return true }
    guard character == 0x2019 else { return false }
    let (start, end) = (
      String(decoding: before.reversed(), as: UTF8.self).lowercased(), String(decoding: after, as: UTF8.self)
    )
    return start.count <= 2 || ["qu", "ll", "st", "un", "rd"].contains { start.hasSuffix($0) }
      || ["s", "t", "d", "m", "re", "ve", "ll"].contains(end.lowercased())
  }

  private static let longestElision = 12
  private static let windows1252 = CodePage.windows1252.characters
  private static let punctuation = Set("‘’“”–—…•".unicodeScalars.map(\.value))
}
