import Source

extension SourceText {
  /// The dash or colon, with the blanks around it, that ends at an offset and begins at or after another one.
  func separator(before end: Int, after start: Int) -> SourceRange? {
    if let certain = plainSeparator(before: end, after: start) { return certain }
    let text = Array(self[SourceRange(start, end)].unicodeScalars)
    var rest = text[...]
    func skip(_ matches: (Unicode.Scalar) -> Bool) {
      while let last = rest.last, matches(last) { rest.removeLast() }
    }
    skip(\.isBlank)
    guard let last = rest.last, Unicode.Scalar.dashesAndColons.contains(last) else { return nil }
    skip(Unicode.Scalar.dashesAndColons.contains)
    skip(\.isBlank)
    // Of several dashes with blanks between them, all divide; a colon may end a shortcode.
    let isDash = { (scalar: Unicode.Scalar) in "-–—".unicodeScalars.contains(scalar) }
    while let last = rest.last, isDash(last) {
      skip(isDash)
      skip(\.isBlank)
    }
    let length = text[rest.endIndex...].reduce(0) { $0 + UTF8.width($1) }
    return SourceRange(end - length, end + headLength(at: end))
  }

  /// The length of the separator's rest at the start of a description: heads of arrows, or dashes after a colon.
  private func headLength(at start: Int) -> Int {
    var end = start
    while end < bytes.count, [UInt8(ascii: ">"), UInt8(ascii: "-"), 0xE2].contains(bytes[end]) {
      guard let head = ["> ", "- ", "– ", "— "].first(where: { bytes[end...].starts(with: $0.utf8) }) else { break }
      end += head.utf8.count
    }
    return end - start
  }

  /// The same as far as the bytes of ASCII show; nil where others have to be looked at.
  private func plainSeparator(before end: Int, after start: Int) -> SourceRange?? {
    func skip(_ offset: Int, _ matches: (UInt8) -> Bool) -> Int {
      var offset = offset
      while offset > start, matches(bytes[offset - 1]) { offset -= 1 }
      return offset
    }
    let blanks = skip(end, \.isASCIIWhitespace)
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") }
    // Of an arrow, the description has got nothing.
    let isArrow =
      blanks - 2 >= start && bytes[blanks - 1] == UInt8(ascii: ">") && bytes[blanks - 2] == UInt8(ascii: "-")
    let behind = isArrow ? blanks - 1 : blanks
    let marks = skip(behind, isMark)
    var before = skip(marks, \.isASCIIWhitespace)
    // Of several dashes with blanks between them, all divide; a colon may end a shortcode.
    while before < marks, before > start, bytes[before - 1] == UInt8(ascii: "-") {
      before = skip(skip(before) { $0 == UInt8(ascii: "-") }, \.isASCIIWhitespace)
    }
    guard before == start || bytes[before - 1] < 0x80 else { return nil }
    if marks == behind { return .some(nil) }
    return .some(SourceRange(before, end + headLength(at: end)))
  }

  /// The first hyphens or dashes in a range with blanks on both sides, those included.
  func dashBetweenBlanks(in range: SourceRange) -> SourceRange? {
    let scalars = Array(self[range].unicodeScalars)
    var start = range.lowerBound
    var index = 0
    func run(_ matches: (Unicode.Scalar) -> Bool) -> Int {
      var length = 0
      while index < scalars.count, matches(scalars[index]) {
        length += UTF8.width(scalars[index])
        index += 1
      }
      return length
    }
    while index < scalars.count {
      start += run { !$0.isPlainBlank }
      let before = run(\.isPlainBlank)
      let dashes = run { $0 == "-" || $0 == "–" || $0 == "—" }
      let begin = index
      let behind = run(\.isPlainBlank)
      if before > 0, dashes > 0, behind > 0 { return SourceRange(start, start + before + dashes + behind) }
      start += before + dashes
      // The blanks after may be before the next dash.
      index = begin
    }
    return nil
  }

  /// Whether the shortcode of an emoji begins at an offset: `:rocket:`.
  func isShortcode(at offset: Int) -> Bool {
    guard offset >= 0, bytes[offset] == UInt8(ascii: ":") else { return false }
    return self[SourceRange(offset, min(offset + 40, bytes.count))].prefixMatch(
      of: /:[a-z0-9_+\-]+:/.matchingSemantics(.unicodeScalar)) != nil
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// A space or a no-break space.
  fileprivate var isPlainBlank: Bool { self == " " || self == "\u{A0}" || self == "\u{3000}" }

  /// Hyphen-minus, the dashes of Unicode, the minus sign, and colons.
  static let dashesAndColons: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", ":", "\u{FF1A}",
    "\u{FF0D}",
  ]
}
