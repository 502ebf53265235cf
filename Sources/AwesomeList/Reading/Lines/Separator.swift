/// What stands between an entry's link and its description.
struct Separator {
  /// The shape that it gives the entry.
  let shape: EntryShape
  /// Where the description begins.
  let end: Int

  /// Reads a separator at a place in a line; `afterMarker` where something stands between it and the link.
  init?(in bytes: ArraySlice<UInt8>, afterMarker: Bool) {
    var rest = Self.droppingBlanks(bytes)
    let hasBlank = rest.startIndex > bytes.startIndex
    guard let (shape, length) = Self.mark(rest) else { return nil }
    rest = rest.dropFirst(length)
    if shape == .dash { rest = rest.drop { $0 == UInt8(ascii: "-") } }
    let trimmed = Self.droppingBlanks(rest)
    let isFollowed = trimmed.startIndex > rest.startIndex || rest.isEmpty
    switch shape {
    case .colon: guard length > 1 || isFollowed || !afterMarker else { return nil }
    default: guard afterMarker ? hasBlank && isFollowed : hasBlank || isFollowed else { return nil }
    }
    self.shape = shape
    self.end = Self.passingDashes(trimmed)
  }

  /// The place behind the dashes, each with a blank behind it, that follow the separator: `- -`, `:-`.
  private static func passingDashes(_ bytes: ArraySlice<UInt8>) -> Int {
    var rest = bytes
    while let (shape, length) = mark(rest), shape != .colon, rest.dropFirst(length).first?.isBlank ?? false {
      rest = droppingBlanks(rest.dropFirst(length))
    }
    return rest.startIndex
  }

  /// The bytes behind blanks, no-break and ideographic spaces (U+00A0, U+3000) among them.
  private static func droppingBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0.isBlank }
    while true {
      if rest.starts(with: [0xC2, 0xA0]) {
        rest = rest.dropFirst(2)
      } else if rest.starts(with: [0xE3, 0x80, 0x80]) {
        rest = rest.dropFirst(3)
      } else {
        return rest
      }
      rest = rest.drop { $0.isBlank }
    }
  }

  private static func mark(_ bytes: ArraySlice<UInt8>) -> (EntryShape, length: Int)? {
    switch bytes.first {
    case UInt8(ascii: "-"): return (.dash, bytes.dropFirst().first == UInt8(ascii: ">") ? 2 : 1)
    case UInt8(ascii: ":"): return FlatText.shortcodeLength(bytes) == nil ? (.colon, 1) : nil
    case 0xE2:
      // The en dash, and the em dash with the horizontal bar.
      if bytes.starts(with: [0xE2, 0x80, 0x93]) { return (.enDash, 3) }
      if bytes.starts(with: [0xE2, 0x80, 0x94]) || bytes.starts(with: [0xE2, 0x80, 0x95]) { return (.emDash, 3) }
      return nil
    case 0xEF: return bytes.starts(with: "：".utf8) ? (.colon, 3) : nil
    default: return nil
    }
  }
}
