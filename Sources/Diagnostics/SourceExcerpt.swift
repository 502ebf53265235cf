import Source

/// The line of a finding as a terminal can show it, and the carets below it.
struct SourceExcerpt {
  /// The file, or what is near the finding where passwords had to be masked.
  private let text: [UInt8]
  private let before: Part
  private let marked: Part
  private let after: Part

  /// The most bytes that are read on either side of a place: some characters take no column, so that columns are no limit.
  private static let window = 1 << 10
  /// The most bytes on either side of a finding's start that are searched for passwords.
  private static let margin = 8 << 10

  /// A range of the text that is shown, with its columns.
  private struct Part {
    var range: Range<Int>
    var columns: Int
    /// Whether the text goes on where the range ends, or before it begins, so that `…` is shown there in one more column.
    var isCut = false

    var width: Int { columns + (isCut ? 1 : 0) }
  }

  /// The excerpt for a range, or nil where its line is empty; of a range over several lines the first is shown.
  ///
  /// A line that does not fit is cut on both sides of the range, whose own end is cut last.
  init?(of range: SourceRange, in source: SourceText, columns: Int) {
    let whole = source.line(source.lineIndex(at: range.lowerBound))
    guard !whole.isEmpty else { return nil }
    let start = min(max(range.lowerBound, whole.lowerBound), whole.upperBound)
    let end = min(max(range.upperBound, start), whole.upperBound)
    // Only what is near can be shown, and what is shown must not give passwords away.
    let near = SourceRange(max(whole.lowerBound, start - Self.margin), min(whole.upperBound, start + Self.margin))
    let hasPasswords =
      source.bytes.firstIndex(ofEither: UInt8(ascii: "@"), or: UInt8(ascii: "%"), in: near.range) != nil
    text = hasPasswords ? CredentialMask.apply(Array(source.bytes(in: near))) : source.bytes
    let offset = hasPasswords ? near.lowerBound : 0
    let line = (near.lowerBound - offset)..<(near.upperBound - offset)
    let first = Self.boundary(in: text, start - offset, after: line.lowerBound)
    let last = max(first, Self.boundary(in: text, min(end, near.upperBound) - offset, after: line.lowerBound))
    if line.count < columns, text.firstUnprintable(in: line) == nil {
      before = Part(range: line.lowerBound..<first, columns: first - line.lowerBound)
      marked = Part(range: first..<last, columns: last - first)
      after = Part(range: last..<line.upperBound, columns: line.upperBound - last)
      return
    }
    (before, marked, after) = Self.parts(of: text, line, first..<last, columns: columns)
  }

  /// Whether the whole range is shown.
  var isWhole: Bool { !marked.isCut && !marked.range.isEmpty }

  /// Writes the line and the carets.
  func write(_ ansi: ANSIStyle, to output: inout [UInt8]) {
    let tab = "    "
    output += "  ".utf8
    if before.isCut { output += "…".utf8 }
    output.append(inert: text, before.range, tab: tab)
    output.append(inert: text, marked.range, tab: tab)
    if marked.isCut { output += "…".utf8 }
    output.append(inert: text, after.range, tab: tab)
    if after.isCut { output += "…".utf8 }
    output += "\n  ".utf8
    output += repeatElement(UInt8(ascii: " "), count: before.width)
    ansi.paint(.carets, in: &output) { $0 += repeatElement(UInt8(ascii: "^"), count: max(1, marked.width)) }
    output.append(UInt8(ascii: "\n"))
  }

  /// Whether a byte is a character of ASCII that takes one column and is shown as it is; most lines have no others.
  private static func isPlain(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }

  /// The nearest offset before or at this one at which a character begins.
  private static func boundary(in text: [UInt8], _ offset: Int, after start: Int) -> Int {
    var offset = offset
    while offset > start, offset < text.count, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// Shares the columns out to a range and what is on both sides of it.
  private static func parts(
    of text: [UInt8], _ line: Range<Int>, _ range: Range<Int>, columns: Int
  ) -> (before: Part, marked: Part, after: Part) {
    let (left, right) = (line.lowerBound..<range.lowerBound, range.upperBound..<line.upperBound)
    let before = end(of: text, left, columns: columns)
    let after = start(of: text, right, columns: columns)
    var marked = start(of: text, range, columns: columns)
    // A caret after the end of the line takes a column as well.
    var rest = columns - max(1, marked.columns)
    if marked.isCut || rest < (left.isEmpty ? 0 : 1) + (right.isEmpty ? 0 : 1) {
      let lead = min(before.width, columns / 4)
      marked = start(of: text, range, columns: columns - lead - 1)
      return (end(of: text, left, columns: lead), marked, Part(range: right.lowerBound..<right.lowerBound, columns: 0))
    }
    if before.width + after.width <= rest { return (before, marked, after) }
    // Two fifths for what is before, unless one of them needs less.
    let lead = min(before.width, max(1, rest * 2 / 5, rest - after.width))
    rest -= lead
    return (end(of: text, left, columns: lead), marked, start(of: text, right, columns: rest))
  }

  /// As much of a range's beginning as fits, with the ellipsis.
  private static func start(of text: [UInt8], _ range: Range<Int>, columns: Int) -> Part {
    let limit = boundary(in: text, min(range.upperBound, range.lowerBound + window), after: range.lowerBound)
    // Most text is ASCII, of which each byte takes a column.
    let reach = range.lowerBound..<min(limit, range.lowerBound + columns + 1)
    var position = text.firstUnprintable(in: reach) ?? reach.upperBound
    let plain = min(position - range.lowerBound, columns)
    if plain < position - range.lowerBound { position = range.lowerBound + columns }
    var part = Part(range: range.lowerBound..<position, columns: plain)
    /// The end of what fits if there is an ellipsis after it.
    var short = part
    if plain == columns, plain > 0 { short = Part(range: range.lowerBound..<(position - 1), columns: plain - 1) }
    var counter = ColumnCounter()
    while position < limit {
      let (scalar, end) = text.scalar(at: position)
      let width = counter.columns(of: scalar)
      if part.columns + width > columns { break }
      part.columns += width
      part.range = range.lowerBound..<end
      if part.columns < columns { short = part }
      position = end
    }
    if position >= range.upperBound { return part }
    short.isCut = columns > 0
    return short
  }

  /// As much of a range's end as fits, with the ellipsis.
  private static func end(of text: [UInt8], _ range: Range<Int>, columns: Int) -> Part {
    var start = range.upperBound
    while start > range.lowerBound, range.upperBound - start <= columns, isPlain(text[start - 1]) { start -= 1 }
    let plain = range.upperBound - start
    if start == range.lowerBound, plain <= columns { return Part(range: range, columns: plain) }
    if plain >= columns {
      let shown = max(0, columns - 1)
      return Part(range: (range.upperBound - shown)..<range.upperBound, columns: shown, isCut: columns > 0)
    }
    // What is before an unusual character is counted from its beginning, because characters depend on those before them.
    let first = boundary(in: text, max(range.lowerBound, start - window), after: range.lowerBound)
    let total = Self.columns(of: text, first..<start) + plain
    let isCut = first > range.lowerBound || total > columns
    if !isCut { return Part(range: range, columns: total) }
    return dropping(from: text, first..<range.upperBound, columns: total, to: columns - 1)
  }

  /// The end of a range without the characters that are too many, and without marks that belong to the last of them.
  private static func dropping(from text: [UInt8], _ range: Range<Int>, columns: Int, to limit: Int) -> Part {
    var counter = ColumnCounter()
    var part = Part(range: range, columns: columns, isCut: limit >= 0)
    var hasDropped = false
    while part.range.lowerBound < range.upperBound {
      let (scalar, end) = text.scalar(at: part.range.lowerBound)
      let width = counter.columns(of: scalar)
      if part.columns <= limit, width > 0 || !hasDropped { break }
      hasDropped = true
      part.columns -= width
      part.range = end..<range.upperBound
    }
    return part
  }

  private static func columns(of text: [UInt8], _ range: Range<Int>) -> Int {
    var counter = ColumnCounter()
    var columns = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, end) = text.scalar(at: position)
      columns += counter.columns(of: scalar)
      position = end
    }
    return columns
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
