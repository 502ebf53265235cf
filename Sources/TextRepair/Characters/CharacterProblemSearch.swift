import Source
import TextEncodings

/// Finds problem characters in one text.
struct CharacterProblemSearch {
  let source: SourceText
  let options: CharacterProblemOptions
  private let regions: RegionIndex
  private let repaired: [SourceRange]
  private var found: [CharacterProblem] = []

  /// A character and its neighbours, 0 at the ends of the text.
  struct Place {
    let offset: Int
    let length: Int
    let value: UInt32
    let previous: UInt32
    let next: UInt32

    var range: SourceRange { SourceRange(offset, offset + length) }
  }

  init(
    source: SourceText, protected: [ProtectedRegion], repairs: [Mojibake], options: CharacterProblemOptions
  ) {
    self.source = source
    self.options = options
    regions = RegionIndex(protected)
    repaired = repairs.map(\.range)
  }

  /// The problems of the text, in order.
  mutating func problems() -> [CharacterProblem] {
    lineEndProblems()
    characterProblems()
    if options.checksNormalization { normalizationProblems() }
    return found.sorted { $0.range < $1.range }
  }

  private mutating func characterProblems() {
    let places = unsafe source.bytes.withUnsafeBufferPointer { unsafe Self.places(in: $0) }
    var direction = DirectionBalance()
    var repairIndex = 0
    for place in places {
      while repairIndex < repaired.count, repaired[repairIndex].upperBound <= place.offset { repairIndex += 1 }
      let kind = regions.kind(at: place.offset)
      let isRepaired = repairIndex < repaired.count && repaired[repairIndex].contains(place.offset)
      if DirectionBalance.isControl(place.value) {
        if kind == .code || kind == .destination {
          add(.hiddenDirection, place, fix: nil)
        } else if kind != .suppressed {
          direction.add(place, line: source.lineIndex(at: place.offset))
        }
      } else if kind != .suppressed, !isRepaired {
        check(place, in: kind)
      }
    }
    direction.finish()
    for place in direction.unbalanced { add(.unbalancedDirection, place, fix: nil) }
  }

  private static let windows1252 = CodePage.windows1252.characters

  private mutating func check(_ place: Place, in region: ProtectedRegion.Kind?) {
    switch place.value {
    case 0xFEFF where place.offset == 0: add(.byteOrderMark, place, fix: "")
    case 0xFFFD: add(.replacementCharacter, place, fix: nil)
    case 0x00..<0x20, 0x7F: add(.control, place, fix: "")
    case 0x80..<0xA0:
      // Controls of this range are mostly Windows-1252 characters that were decoded as ISO 8859-1.
      let character = Self.windows1252[Int(place.value) - 0x80] ?? place.value
      add(.control, place, fix: character == place.value ? nil : string(of: [character]))
    case _ where region != nil:
      // Reported because nobody sees why the address fails; no fix, because addresses are not edited.
      if region == .destination, [0xAD, 0x200B, 0x2060].contains(place.value) { add(.zeroWidth, place, fix: nil) }
    case 0xA0, 0x202F: add(.noBreakSpace, place, fix: isSyntax(before: place.offset) ? " " : nil)
    case 0xAD, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060...0x2064, 0xFE0E, 0xFE0F, 0xFEFF:
      if !JoinerContext.isNatural(place.value, after: place.previous, before: place.next) {
        add(.zeroWidth, place, fix: "")
      }
    default:
      if options.checksVariationSelectors, VariationSelectors.isMissing(after: place.value, before: place.next) {
        add(.missingVariationSelector, place, fix: string(of: [place.value, 0xFE0F]))
      }
    }
  }

  private mutating func add(_ kind: CharacterProblem.Kind, _ place: Place, fix: String?) {
    found.append(CharacterProblem(kind, at: place.range, fix: fix, character: CharacterName.of(place.value)))
  }

  /// Whether the text between the line's start and an offset is only a list marker or a heading's number signs.
  private func isSyntax(before offset: Int) -> Bool {
    let start = source.line(source.lineIndex(at: offset)).lowerBound
    var marker = source.bytes[start..<max(start, offset)].drop { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
    if marker.count == 1, let only = marker.first, "-*+".utf8.contains(only) { return true }
    if !marker.isEmpty, marker.count <= 6, marker.allSatisfy({ $0 == UInt8(ascii: "#") }) { return true }
    guard let last = marker.popLast(), last == UInt8(ascii: ".") || last == UInt8(ascii: ")") else { return false }
    return !marker.isEmpty && marker.count <= 9 && marker.allSatisfy(\.isASCIIDigit)
  }

  /// The places of possible problems: non-ASCII characters and ASCII controls.
  private static func places(in buffer: UnsafeBufferPointer<UInt8>) -> [Place] {
    var places: [Place] = []
    var offset = 0
    var previous: UInt32 = 0
    while offset < buffer.count {
      let byte = unsafe buffer[offset]
      if byte < 0x7F, byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        offset = unsafe firstUnusual(in: buffer, from: offset + 1)
        previous = unsafe UInt32(buffer[offset - 1])
        continue
      }
      let (value, decoded) = unsafe scalar(in: buffer, at: offset)
      let length = max(decoded, 1)
      if mayBeProblem(value) || byte < 0x80 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
        let next = unsafe offset + length < buffer.count ? scalar(in: buffer, at: offset + length).value : 0
        places.append(Place(offset: offset, length: length, value: value, previous: previous, next: next))
      }
      previous = value
      offset += length
    }
    return places
  }

  /// The index of the first byte from `start` on that is not printable ASCII, else the count; eight bytes at a time.
  private static func firstUnusual(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    guard let bytes = unsafe UnsafeRawPointer(buffer.baseAddress) else { return start }
    let (high, blanks) = (UInt64(repeating: 0x80), UInt64(repeating: 0x20))
    while offset &+ 8 <= buffer.count {
      let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      // A carry changes the next byte only after an unusual byte, which is found first.
      let unusual = (word | (word &- blanks) | (word &+ UInt64(repeating: 1))) & high
      if unusual != 0 { return offset &+ unusual.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < buffer.count, unsafe (0x20..<0x7F).contains(buffer[offset]) { offset &+= 1 }
    return offset
  }

  private static func mayBeProblem(_ value: UInt32) -> Bool {
    switch value {
    case 0x7F...0xA0, 0xAD, 0x061C, 0x180E, 0xFE0E, 0xFE0F, 0xFEFF, 0xFFFD: true
    case 0x00A9, 0x00AE, 0x2000..<0x3300, 0x1F000..<0x1FB00: true
    default: false
    }
  }

  private mutating func lineEndProblems() {
    let bytes = source.bytes
    var carriageReturns: [SourceRange] = []
    var plain = 0
    var alone = 0
    for start in source.lineStarts.dropFirst() {
      let end = start - 1
      if bytes[end] == 0x0D {
        alone += 1
        carriageReturns.append(SourceRange(end, start))
      } else if end > 0, bytes[end - 1] == 0x0D {
        carriageReturns.append(SourceRange(end - 1, start))
      } else {
        plain += 1
      }
    }
    guard plain > 0 && !carriageReturns.isEmpty || alone > 0 && alone < carriageReturns.count else { return }
    for range in carriageReturns where regions.kind(at: range.lowerBound) != .suppressed {
      found.append(CharacterProblem(.mixedLineEnds, at: range, fix: "\n", character: range.count == 2 ? "CR LF" : "CR"))
    }
  }

  private mutating func normalizationProblems() {
    for problem in CanonicalComposition.decomposedRanges(in: source.bytes)
    where regions.kind(at: problem.range.lowerBound) == nil {
      let character = problem.before.map { CharacterName.number($0) }.joined(separator: " ")
      found.append(
        CharacterProblem(.decomposed, at: problem.range, fix: string(of: problem.after), character: character))
    }
  }
}

/// The names of characters in messages.
private enum CharacterName {
  /// The code point and its Unicode name, if any: "U+00A0 NO-BREAK SPACE".
  static func of(_ value: UInt32) -> String {
    guard let properties = Unicode.Scalar(value)?.properties, let name = properties.name ?? properties.nameAlias else {
      return number(value)
    }
    return "\(number(value)) \(name)"
  }

  /// The code point: "U+00A0".
  static func number(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
