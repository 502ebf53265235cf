import Source

/// The separator between an entry's link and its description.
struct Separator {
  /// The shape of an entry with this separator.
  let shape: EntryShape
  /// Where the description begins.
  let end: Int

  /// Reads a separator at the start of some bytes; `afterMarker` if there is something between the link and it.
  init?(in bytes: ArraySlice<UInt8>, afterMarker: Bool) {
    var rest = Self.droppingSpaces(bytes)
    let hasBlank = rest.startIndex > bytes.startIndex
    guard let (shape, length) = Self.mark(rest) else { return nil }
    rest = rest.dropFirst(length)
    if shape == .dash { rest = rest.drop { $0 == UInt8(ascii: "-") } }
    let trimmed = Self.droppingSpaces(rest)
    let isFollowed = trimmed.startIndex > rest.startIndex || rest.isEmpty
    switch shape {
    case .colon: guard length > 1 || isFollowed || !afterMarker else { return nil }
    default: guard afterMarker ? hasBlank && isFollowed : hasBlank || isFollowed else { return nil }
    }
    self.shape = shape
    self.end = Self.skippingDashes(trimmed)
  }

  /// The index after further dashes, each followed by a space: `- -`, `:-`.
  private static func skippingDashes(_ bytes: ArraySlice<UInt8>) -> Int {
    var rest = bytes
    while let (shape, length) = mark(rest), shape != .colon, rest.dropFirst(length).first?.isASCIIWhitespace ?? false {
      rest = droppingSpaces(rest.dropFirst(length))
    }
    return rest.startIndex
  }

  /// The bytes after spaces, including no-break and ideographic ones (U+00A0, U+3000).
  private static func droppingSpaces(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0.isASCIIWhitespace }
    while true {
      if rest.starts(with: [0xC2, 0xA0]) {
        rest = rest.dropFirst(2)
      } else if rest.starts(with: [0xE3, 0x80, 0x80]) {
        rest = rest.dropFirst(3)
      } else {
        return rest
      }
      rest = rest.drop { $0.isASCIIWhitespace }
    }
  }

  private static func mark(_ bytes: ArraySlice<UInt8>) -> (EntryShape, length: Int)? {
    switch bytes.first {
    case UInt8(ascii: "-"): return (.dash, bytes.dropFirst().first == UInt8(ascii: ">") ? 2 : 1)
    case UInt8(ascii: ":"): return FlatText.shortcodeLength(bytes) == nil ? (.colon, 1) : nil
    case 0xE2:
      // En dash; em dash and horizontal bar.
      if bytes.starts(with: [0xE2, 0x80, 0x93]) { return (.enDash, 3) }
      if bytes.starts(with: [0xE2, 0x80, 0x94]) || bytes.starts(with: [0xE2, 0x80, 0x95]) { return (.emDash, 3) }
      return nil
    case 0xEF: return bytes.starts(with: "：".utf8) ? (.colon, 3) : nil
    default: return nil
    }
  }
}
