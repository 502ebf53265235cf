import Source
import TextEncodings

/// Finds à, Š and no-break spaces that lost their second byte: it is a no-break space in the wrong encoding, and became a plain space.
///
/// `Ã ` is à, às or àquele, `Å ` is Š and `Â ` a no-break space, only where the line proves damage.
struct LostNoBreakSpaces {
  let bytes: [UInt8]
  /// The other repairs of the file, in order and apart.
  let repairs: [Mojibake]

  /// What a place becomes.
  struct Place {
    let range: SourceRange
    let after: String
    let page: Int
  }

  /// The places in text that a code page damaged.
  func places(on page: Int) -> [Place] {
    [0xC2, 0xC3, 0xC5].flatMap { (lead: Int) -> [Place] in
      guard let character = CodePages.tables[page].characters[lead - 0x80] else { return [] }
      var form: [UInt8] = []
      appendUTF8(character, to: &form)
      var result: [Place] = []
      var position = 0
      while let offset = bytes.firstIndex(ofEither: form[0], or: form[0], in: position..<bytes.count) {
        position = offset + 1
        let end = offset + form.count
        guard end < bytes.count, bytes[end] == 0x20, bytes[offset..<end].elementsEqual(form) else { continue }
        guard let line = damagedLine(around: offset, page: page) else { continue }
        let place =
          switch lead {
          case 0xC2: space(at: offset, end: end, page: page)
          case 0xC3: grave(at: offset, end: end, letters: line, page: page)
          default: caron(at: offset, end: end, letters: line, page: page)
          }
        if let place { result.append(place) }
      }
      return result
    }
  }

  /// The letters beyond ASCII in the repairs of a line; nil if none of these is by the page, or if one has the offset.
  private func damagedLine(around offset: Int, page: Int) -> Set<Unicode.Scalar>? {
    let next = repairs.partitioningIndex { $0.range.upperBound > offset }
    if next < repairs.count, repairs[next].range.contains(offset) { return nil }
    var letters: Set<Unicode.Scalar> = []
    var isProven = false
    func add(_ repair: Mojibake) {
      guard repair.isApplicable, let after = repair.after else { return }
      if CodePages.encodings[page] == repair.encoding || page == CodePages.windows1252 && repair.encoding == .latin1 {
        isProven = true
      }
      letters.formUnion(after.unicodeScalars.filter { $0.value >= 0x80 })
    }
    let start = bytes[..<offset].suffix(Self.reach).lastIndex(of: 0x0A).map { $0 + 1 } ?? max(0, offset - Self.reach)
    let end = bytes[offset...].prefix(Self.reach).firstIndex(of: 0x0A) ?? min(bytes.count, offset + Self.reach)
    for repair in repairs[..<next].reversed() {
      if repair.range.lowerBound < start { break }
      add(repair)
    }
    for repair in repairs[next...] {
      if repair.range.lowerBound >= end { break }
      add(repair)
    }
    return isProven ? letters : nil
  }

  private static let reach = 4096

  /// `Â ` as the no-break space itself: after a small letter, a digit or punctuation.
  private func space(at offset: Int, end: Int, page: Int) -> Place? {
    guard offset > 0, bytes[offset - 1] > 0x20, bytes[offset - 1] < 0x80, !(0x41...0x5A).contains(bytes[offset - 1])
    else {
      return nil
    }
    return Place(range: SourceRange(offset, end + 1), after: "\u{A0}", page: page)
  }

  /// `Ã ` as à: as a word, after an apostrophe, or at the end of a word of a language that has such words.
  private func grave(at offset: Int, end: Int, letters: Set<Unicode.Scalar>, page: Int) -> Place? {
    guard letters.allSatisfy({ $0.value < 0x100 || !CharacterTraits.of($0.value).kind.isLetter || $0 == "œ" }) else {
      return nil
    }
    // Between numbers it is more likely to be ×, whose second byte programs lose too.
    if bytes[..<offset].last(where: { $0 != 0x20 })?.isASCIIDigit ?? false { return nil }
    if bytes[end...].first(where: { $0 != 0x20 })?.isASCIIDigit ?? false { return nil }
    let before = offset > 0 ? bytes[offset - 1] : 0x20
    if before.isASCIIAlphanumeric || before >= 0x80 {
      // In Spanish, it may be the í of aquí that lost a soft hyphen.
      guard (0x61...0x7A).contains(before), !letters.isDisjoint(with: Self.notSpanish) else { return nil }
    }
    let rest = bytes[(end + 1)...]
    let isAs =
      rest.first == UInt8(ascii: "s")
      && (rest.dropFirst().first.map { !$0.isASCIIAlphanumeric && $0 < 0x80 && $0 != 0x27 } ?? true)
    let isJoined = isAs || ["quele", "quela", "quilo"].contains { rest.starts(with: $0.utf8) } || rest.first == 0x20
    return Place(range: SourceRange(offset, isJoined ? end + 1 : end), after: "à", page: page)
  }

  private static let notSpanish = Set("àèòùîûëïœê".unicodeScalars)

  /// `Å ` as Š: at the start of a word of a language that has such letters.
  private func caron(at offset: Int, end: Int, letters: Set<Unicode.Scalar>, page: Int) -> Place? {
    guard letters.contains(where: { (0x100..<0x180).contains($0.value) }) else { return nil }
    let before = bytes[..<offset].reversed()
    if let last = before.first, last.isASCIIAlphanumeric || last >= 0x80 { return nil }
    // 10 Å is a length.
    if let last = before.first(where: { $0 != 0x20 }), last.isASCIIDigit { return nil }
    guard end + 1 < bytes.count, (0x61...0x7A).contains(bytes[end + 1]) || bytes[end + 1] >= 0x80 else { return nil }
    return Place(range: SourceRange(offset, end + 1), after: "Š", page: page)
  }
}
