import Source

/// The line of a finding as a terminal can show it, and the carets below it.
struct SourceExcerpt {
  /// The part of the line around the finding, escaped, with `…` where it was cut.
  let line: String
  /// The spaces that put the carets under the finding.
  let indent: String
  /// One caret for each column of the finding on this line, at least one.
  let carets: String

  /// The most columns of a line that are shown, and how many of them may stand before the finding.
  private static let width = 100
  private static let lead = 40
  /// The most bytes that are looked at on either side of a place: marks take no column, so that columns alone bound nothing.
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
    let shown = SourceText(utf8: CredentialMask.apply(Array(source.bytes(in: near))))
    func place(_ from: Int, _ to: Int) -> SourceRange {
      SourceRange(from - near.lowerBound, min(to, near.upperBound) - near.lowerBound)
    }
    let before = Self.end(of: shown, place(near.lowerBound, start), columns: Self.lead)
    let marked = Self.start(of: shown, place(start, end), columns: Self.width - before.columns)
    let after =
      marked.isCut
      ? Piece()
      : Self.start(
        of: shown, place(end, near.upperBound), columns: Self.width - before.columns - marked.columns)
    line = before.text + marked.text + after.text
    indent = String(repeating: " ", count: before.columns)
    carets = String(repeating: "^", count: max(1, marked.columns))
  }

  /// Escaped text with the columns it takes.
  private struct Piece {
    var text = ""
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
  private static func start(of source: SourceText, _ range: SourceRange, columns: Int) -> Piece {
    var end = min(range.upperBound, range.lowerBound + window)
    while end < range.upperBound, end > range.lowerBound, source.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var piece = Piece(isCut: end < range.upperBound)
    var rest = range.lowerBound
    while rest < end, piece.columns < columns, isPlain(source.bytes[rest]) {
      rest += 1
      piece.columns += 1
    }
    piece.text = source[SourceRange(range.lowerBound, rest)]
    for scalar in source[SourceRange(rest, end)].unicodeScalars {
      let shown = show(scalar)
      if piece.columns + shown.columns > columns {
        piece.isCut = true
        break
      }
      piece.text += shown.text
      piece.columns += shown.columns
    }
    if piece.isCut {
      piece.text += "…"
      piece.columns += 1
    }
    return piece
  }

  /// As much of a range's end as fits.
  private static func end(of source: SourceText, _ range: SourceRange, columns: Int) -> Piece {
    var start = max(range.lowerBound, range.upperBound - window)
    while start > range.lowerBound, start < range.upperBound, source.bytes[start] & 0xC0 == 0x80 { start += 1 }
    var piece = Piece(isCut: start > range.lowerBound)
    var rest = range.upperBound
    while rest > start, piece.columns < columns, isPlain(source.bytes[rest - 1]) {
      rest -= 1
      piece.columns += 1
    }
    var parts = [source[SourceRange(rest, range.upperBound)]]
    for scalar in source[SourceRange(start, rest)].unicodeScalars.reversed() {
      let shown = show(scalar)
      if piece.columns + shown.columns > columns {
        piece.isCut = true
        break
      }
      parts.append(shown.text)
      piece.columns += shown.columns
    }
    if piece.isCut {
      parts.append("…")
      piece.columns += 1
    }
    piece.text = parts.reversed().joined()
    return piece
  }
}
