import Source

/// The line of a finding as a terminal can show it, and the carets below it.
struct SourceExcerpt {
  /// The part of the line around the finding in UTF-8, escaped, with `…` where it was cut.
  let line: [UInt8]
  /// The number of columns before the finding.
  let indent: Int
  /// The number of columns of the finding on this line, at least one.
  let width: Int

  /// The most columns of a line that are shown, and the most before the finding.
  private static let columns = 100
  private static let lead = 40
  /// The most bytes that are read on either side of a place: some characters take no column, so that columns are no limit.
  private static let window = 1 << 10
  /// The most bytes on either side of a finding's start that are searched for passwords.
  private static let margin = 8 << 10

  /// The excerpt for a range, or nil where its line is empty; of a range over several lines the first is shown.
  init?(of range: SourceRange, in source: SourceText) {
    let whole = source.line(source.lineIndex(at: range.lowerBound))
    guard !whole.isEmpty else { return nil }
    let start = min(max(range.lowerBound, whole.lowerBound), whole.upperBound)
    let end = min(max(range.upperBound, start), whole.upperBound)
    // Only what is near can be shown, and what is shown must not give passwords away.
    let near = SourceRange(max(whole.lowerBound, start - Self.margin), min(whole.upperBound, start + Self.margin))
    let hasPasswords =
      source.bytes.firstIndex(ofEither: UInt8(ascii: "@"), or: UInt8(ascii: "%"), in: near.range) != nil
    let text = hasPasswords ? CredentialMask.apply(Array(source.bytes(in: near))) : source.bytes
    let offset = hasPasswords ? near.lowerBound : 0
    func place(_ from: Int, _ to: Int) -> Range<Int> {
      (from - offset)..<max(from, min(to, near.upperBound)) - offset
    }
    let before = Self.end(of: text, place(near.lowerBound, start), columns: Self.lead)
    let marked = Self.start(of: text, place(start, end), columns: Self.columns - before.columns)
    let after =
      marked.isCut
      ? Piece()
      : Self.start(of: text, place(end, near.upperBound), columns: Self.columns - before.columns - marked.columns)
    line = before.text + marked.text + after.text
    indent = before.columns
    width = max(1, marked.columns)
  }

  /// Escaped text with the columns it takes.
  private struct Piece {
    var text: [UInt8] = []
    var columns = 0
    var isCut = false
  }

  private static func show(_ scalar: Unicode.Scalar) -> (text: String, columns: Int) {
    if scalar == "\t" { return ("    ", 4) }
    let text = scalar.inert
    return (text, scalar.isObeyed ? text.utf8.count : scalar.columns)
  }

  /// Whether a byte is a character of ASCII that takes one column and is shown as it is; most lines have no others.
  private static func isPlain(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }

  /// As much of a range's beginning as fits.
  private static func start(of bytes: [UInt8], _ range: Range<Int>, columns: Int) -> Piece {
    var end = min(range.upperBound, range.lowerBound + window)
    while end < range.upperBound, end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var piece = Piece(isCut: end < range.upperBound)
    var rest = range.lowerBound
    while rest < end, piece.columns < columns, isPlain(bytes[rest]) {
      rest += 1
      piece.columns += 1
    }
    piece.text += bytes[range.lowerBound..<rest]
    if rest < end, isPlain(bytes[rest]) {
      piece.isCut = true
    } else if rest < end {
      for scalar in String(decoding: bytes[rest..<end], as: UTF8.self).unicodeScalars {
        let shown = show(scalar)
        if piece.columns + shown.columns > columns {
          piece.isCut = true
          break
        }
        piece.text += shown.text.utf8
        piece.columns += shown.columns
      }
    }
    if piece.isCut {
      piece.text += "…".utf8
      piece.columns += 1
    }
    return piece
  }

  /// As much of a range's end as fits.
  private static func end(of bytes: [UInt8], _ range: Range<Int>, columns: Int) -> Piece {
    var start = max(range.lowerBound, range.upperBound - window)
    while start > range.lowerBound, start < range.upperBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var piece = Piece(isCut: start > range.lowerBound)
    var rest = range.upperBound
    while rest > start, piece.columns < columns, isPlain(bytes[rest - 1]) {
      rest -= 1
      piece.columns += 1
    }
    var others: [String] = []
    if rest > start, isPlain(bytes[rest - 1]) {
      piece.isCut = true
    } else if rest > start {
      for scalar in String(decoding: bytes[start..<rest], as: UTF8.self).unicodeScalars.reversed() {
        let shown = show(scalar)
        if piece.columns + shown.columns > columns {
          piece.isCut = true
          break
        }
        others.append(shown.text)
        piece.columns += shown.columns
      }
    }
    if piece.isCut {
      others.append("…")
      piece.columns += 1
    }
    for text in others.reversed() { piece.text += text.utf8 }
    piece.text += bytes[rest..<range.upperBound]
    return piece
  }
}

/// Hides the user names and passwords of URLs in source lines that are shown.
enum CredentialMask {
  /// The bytes with a `*` in the place of each byte of a user name or password; their number stays the same.
  static func apply(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for place in Credentials.ranges(in: bytes).joined() { bytes[place] = UInt8(ascii: "*") }
    return bytes
  }
}
