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

  /// The excerpt for a range, or nil where its line is empty; of a range over several lines the first is shown.
  init?(of range: SourceRange, in source: SourceText) {
    let whole = source.line(source.lineIndex(at: range.lowerBound))
    guard !whole.isEmpty else { return nil }
    let start = min(max(range.lowerBound, whole.lowerBound), whole.upperBound)
    let end = min(max(range.upperBound, start), whole.upperBound)
    let shown = CredentialMask.apply(Array(source.bytes(in: whole)))
    func text(_ from: Int, _ to: Int) -> String {
      String(decoding: shown[(from - whole.lowerBound)..<(to - whole.lowerBound)], as: UTF8.self)
    }
    let before = Self.end(of: text(whole.lowerBound, start), columns: Self.lead)
    let marked = Self.start(of: text(start, end), columns: Self.width - before.columns)
    let after =
      marked.isCut
      ? Piece()
      : Self.start(
        of: text(end, whole.upperBound), columns: Self.width - before.columns - marked.columns)
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

  private static func start(of text: String, columns: Int) -> Piece {
    var piece = Piece()
    for scalar in text.unicodeScalars {
      let shown = show(scalar)
      if piece.columns + shown.columns > columns {
        piece.isCut = true
        piece.text += "…"
        piece.columns += 1
        break
      }
      piece.text += shown.text
      piece.columns += shown.columns
    }
    return piece
  }

  private static func end(of text: String, columns: Int) -> Piece {
    var piece = Piece()
    var parts: [String] = []
    for scalar in text.unicodeScalars.reversed() {
      let shown = show(scalar)
      if piece.columns + shown.columns > columns {
        piece.isCut = true
        piece.columns += 1
        parts.append("…")
        break
      }
      parts.append(shown.text)
      piece.columns += shown.columns
    }
    piece.text = parts.reversed().joined()
    return piece
  }
}
