import Source

/// Pairs quotes and brackets in the text of a paragraph.
struct QuoteBalance {
  struct Mark {
    let scalar: Unicode.Scalar
    let offset: Int
    /// What the mark opens; of one that closes only, what it closes.
    fileprivate let kind: Int
  }

  /// The marks without a partner that are before the current place.
  private var strays: [Mark] = []
  private var open: [Mark] = []
  /// How many of each kind are open, so that a closing mark without a partner is known without a search.
  private var openCounts = SIMD16<Int32>()

  /// The marks without a partner, in the order of the text.
  var unmatched: [Mark] {
    strays.isEmpty && open.isEmpty ? [] : (strays + open).sorted { $0.offset < $1.offset }
  }

  /// Forgets all marks, for the next paragraph.
  mutating func reset() {
    strays.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    openCounts = SIMD16()
  }

  /// Reads the marks in a range of a text.
  mutating func read(_ source: SourceText, in range: SourceRange) {
    let bytes = source.bytes(in: range)
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let found = offset
      offset += 1
      guard Self.beginsMark(bytes[found]), let mark = Self.mark(at: found, in: bytes) else { continue }
      if let end = Self.endOfInterval(at: found, in: bytes) {
        offset = end
        continue
      }
      offset = found + UTF8.width(mark.scalar)
      let isNested = Self.closes(mark) && openCounts[mark.kind] > 0
      let before = CharacterBefore(found, in: bytes)
      if !before.is(UInt8(ascii: "\\")), isNested || !before.exempts(mark.scalar) { read(mark) }
    }
  }

  /// Whether a byte is a mark of ASCII, or the first byte of characters among which the others are.
  private static func beginsMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x28, 0x29, 0x5B, 0x5D, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  /// The mark at an offset; nil where another character is.
  private static func mark(at offset: Int, in bytes: ArraySlice<UInt8>) -> Mark? {
    let first = bytes[offset]
    var scalar = Unicode.Scalar(first)
    if first >= 0x80 {
      guard offset + 2 < bytes.endIndex else { return nil }
      let value = UInt32(first & 0xF) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
      scalar = Unicode.Scalar(value) ?? "\0"
    }
    return kind(of: scalar).map { Mark(scalar: scalar, offset: offset, kind: $0) }
  }

  /// Where a half-open interval such as `[0, 1)` ends; nil where none begins.
  private static func endOfInterval(at start: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    let isRound = bytes[start] == UInt8(ascii: "(")
    guard isRound || bytes[start] == UInt8(ascii: "[") else { return nil }
    let text = bytes[(start + 1)...].prefix(40)
    guard let end = text.firstIndex(where: { "()[]".utf8.contains($0) }),
      text[end] == UInt8(ascii: isRound ? "]" : ")")
    else { return nil }
    let limits = text[..<end].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let areNumbers = limits.allSatisfy { limit in
      let number = limit.trimming(while: \.isSpaceOrTab)
      return !number.isEmpty && number.allSatisfy { $0.isASCIIAlphanumeric || $0 >= 0x80 || "+-.".utf8.contains($0) }
    }
    return limits.count == 2 && areNumbers ? end + 1 : nil
  }

  private static func kind(of scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "\"": 0
    case "(", ")": 1
    case "[", "]": 2
    case "（", "）": 3
    case "“", "”": english
    case "„": german
    case "「", "」": 6
    case "『", "』": 7
    case "《", "》": 8
    case "【", "】": 9
    default: nil
    }
  }

  private static let english = 4
  private static let german = 5

  /// Whether a mark closes others and opens nothing.
  private static func closes(_ mark: Mark) -> Bool {
    switch mark.scalar {
    case ")", "]", "）", "”", "」", "』", "》", "】": true
    default: false
    }
  }

  private mutating func read(_ mark: Mark) {
    switch mark.scalar {
    case "\"": if !close(mark.kind, mark.kind) { push(mark) }
    // Closes in German, opens in English.
    case "“": if !close(Self.german, Self.german) { push(mark) }
    case "”": if !close(Self.english, Self.german) { strays.append(mark) }
    default:
      if !Self.closes(mark) { return push(mark) }
      if !close(mark.kind, mark.kind) { strays.append(mark) }
    }
  }

  private mutating func push(_ mark: Mark) {
    open.append(mark)
    openCounts[mark.kind] &+= 1
  }

  /// Takes the last open mark that is of one of two kinds; what was opened after it has no partner.
  private mutating func close(_ kind: Int, _ other: Int) -> Bool {
    guard openCounts[kind] > 0 || openCounts[other] > 0 else { return false }
    while let last = open.popLast() {
      openCounts[last.kind] &-= 1
      if last.kind == kind || last.kind == other { return true }
      strays.append(last)
    }
    return false
  }
}
