import Source

/// Refuses input for which libcmark-gfm would take quadratic time or memory, in one pass before the parser runs.
///
/// The counts are upper bounds, because code and comments count too; no list comes near the limits.
struct ParsingLimits {
  /// The most cells of one table: the parser pads short rows with empty cells.
  static let cells = 500_000
  /// The most brackets that are open at one time in a paragraph.
  static let openBrackets = 1_000
  /// The most nested blocks.
  static let depth = 1_000

  /// The size in bytes from which a text is checked on all cores, and the number of its parts.
  private static let largeSize = 1 << 18
  private static let partCount = 8

  private let bytes: [UInt8]
  private let source: SourceText
  private var openBrackets = 0
  /// The open table: its columns, the line of its delimiter row, and its rows so far.
  private var table: (columns: Int, line: Int, rows: Int)?
  private var cost: QuadraticCost
  private var references = References()

  /// The definitions and footnotes that links in another part of the text may refer to.
  struct References {
    /// The offsets of closing brackets before a colon, which may end the label of a definition.
    var colons: [Int] = []
    /// Whether there may be footnotes.
    var hasFootnotes = false
  }

  /// Checks a text; throws the first excess with its line.
  static func check(_ source: SourceText) throws(MarkdownError) -> References {
    guard source.bytes.count <= Document.maximumSize else {
      throw .tooLarge(bytes: source.bytes.count, limit: Document.maximumSize)
    }
    // An excess is searched again from the start, because its line depends on all lines before it.
    if let references = checkParts(of: source) { return references }
    var limits = ParsingLimits(source)
    for index in 0..<source.lineCount { try limits.read(line: index) }
    try limits.cost.finish()
    return limits.references
  }

  /// Checks a large text in parts on all cores; nil for a small text, and if a part or the sum may exceed a limit.
  private static func checkParts(of source: SourceText) -> References? {
    guard source.bytes.count >= largeSize else { return nil }
    let outcomes = parts(of: source).parallelMap { lines -> ParsingLimits? in
      var limits = ParsingLimits(source)
      do throws(MarkdownError) {
        for index in lines { try limits.read(line: index) }
      } catch {
        return nil
      }
      return limits
    }
    var references = References()
    var cost = QuadraticCost(source.bytes)
    for outcome in outcomes {
      guard let outcome else { return nil }
      references.colons += outcome.references.colons
      references.hasFootnotes = references.hasFootnotes || outcome.references.hasFootnotes
      cost.add(outcome.cost)
    }
    return cost.isWithinLimits ? references : nil
  }

  /// The lines of a text in parts that end before an empty line, where no paragraph or table is open.
  private static func parts(of source: SourceText) -> [Range<Int>] {
    let step = source.lineCount / partCount + 1
    var parts: [Range<Int>] = []
    var start = 0
    while start < source.lineCount {
      var end = min(start + step, source.lineCount)
      while end < source.lineCount, !source.line(end).isEmpty { end += 1 }
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    cost = QuadraticCost(source.bytes)
  }

  private mutating func read(line index: Int) throws(MarkdownError) {
    let start = source.lineStarts[index]
    let end = index + 1 < source.lineCount ? source.lineStarts[index + 1] : bytes.count
    let (content, depth) = prefix(from: start, to: end)
    guard depth <= Self.depth else { throw .tooDeep(line: index + 1, limit: Self.depth) }
    guard content < end else {
      openBrackets = 0
      table = nil
      cost.endParagraph()
      return
    }
    try count(from: content, to: end, line: index)
  }

  /// Skips the markers of containers: where the content begins (without content, the line's end), and how deep it is.
  private func prefix(from start: Int, to end: Int) -> (content: Int, depth: Int) {
    var index = start
    var depth = 0
    var blanks = 0
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "): blanks += 1
      case UInt8(ascii: "\t"): blanks += 4
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return (end, depth)
      case UInt8(ascii: ">"): depth += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard index + 1 < end, bytes[index + 1].isSpaceOrTab else { return (index, depth) }
        // Each list indents its lines by at least two columns.
        depth += 1 + blanks / 2
        blanks = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ")"):
        guard let next = orderedMarker(at: index, end) else { return (index, depth) }
        depth += 1 + blanks / 2
        blanks = 0
        index = next
        continue
      default: return (index, depth)
      }
      index += 1
    }
    return (end, depth)
  }

  private func orderedMarker(at start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end, index - start < 9, bytes[index].isASCIIDigit { index += 1 }
    guard index > start, index + 1 < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"),
      bytes[index + 1] == UInt8(ascii: " ")
    else { return nil }
    return index + 1
  }

  private mutating func count(from start: Int, to end: Int, line: Int) throws(MarkdownError) {
    var position = start
    let (open, close) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    while let found = bytes.firstIndex(ofEither: open, or: close, in: position..<end) {
      position = found + 1
      let next = position < bytes.count ? bytes[position] : 0
      if next == UInt8(ascii: ":"), bytes[found] == close { references.colons.append(found) }
      if next == UInt8(ascii: "^"), bytes[found] == open { references.hasFootnotes = true }
      if found > start, bytes[found - 1] == UInt8(ascii: "\\") { continue }
      cost.readBracket(at: found, line: line)
      openBrackets = bytes[found] == open ? openBrackets + 1 : max(0, openBrackets - 1)
    }
    guard openBrackets <= Self.openBrackets else {
      throw .tooManyBrackets(line: line + 1, limit: Self.openBrackets)
    }
    let columns = delimiters(from: start, to: end)
    try cost.read(from: start, to: end, line: line, columns: columns, isRow: table != nil)
    try countCells(columns, line: line)
  }

  /// The number of columns if a line may be a table's delimiter row, else 0.
  private func delimiters(from start: Int, to end: Int) -> Int {
    var groups = 0
    var previous = UInt8(0)
    for index in start..<end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "-"): if previous != byte { groups += 1 }
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "), 0x09...0x0D: break
      default: return 0
      }
      previous = byte
    }
    return groups
  }

  private mutating func countCells(_ columns: Int, line: Int) throws(MarkdownError) {
    if columns > (table?.columns ?? 0) {
      table = (columns, line, 1)
    } else {
      table?.rows += 1
    }
    guard let table, table.columns * (table.rows + 1) > Self.cells else { return }
    throw .tooManyCells(line: table.line + 1, columns: table.columns, limit: Self.cells)
  }
}
