import Source

/// Refuses, before the parser sees it, the input on which libcmark-gfm takes quadratic time or memory.
///
/// One look at each byte. What is counted is an upper bound of what the parser would meet: code and comments count too, because no list
/// comes near the limits there either.
struct ParsingLimits {
  /// The most cells of one table: the parser fills short rows up with empty cells.
  static let cells = 500_000
  /// The most brackets that are open at one time in a paragraph.
  static let openBrackets = 1_000
  /// The most blocks inside one another.
  static let depth = 1_000

  /// The size of a text, in bytes, from which on other cores are worth being woken for it, and how many parts it then has.
  private static let largeSize = 1 << 18
  private static let partCount = 8

  private let bytes: [UInt8]
  private let source: SourceText
  private var openBrackets = 0
  /// The number of columns of the table that is open, where its delimiter row is, and its rows so far.
  private var table: (columns: Int, line: Int, rows: Int)?
  private var work: QuadraticCost
  private var references = References()

  /// What may refer from one part of a text to another.
  struct References {
    /// The offsets of the brackets that a colon follows, which may end the label of a definition.
    var colons: [Int] = []
    /// Whether there may be footnotes.
    var hasFootnotes = false
  }

  /// Checks a text; throws what is over a limit, with its line.
  static func check(_ source: SourceText) throws(MarkdownError) -> References {
    guard source.bytes.count <= Document.maximumSize else {
      throw .tooLarge(bytes: source.bytes.count, limit: Document.maximumSize)
    }
    // What is over a limit is looked for once more from the start, because where it is depends on all before it.
    if let references = checkParts(of: source) { return references }
    var limits = ParsingLimits(source)
    for index in 0..<source.lineCount { try limits.read(line: index) }
    try limits.work.finish()
    return limits.references
  }

  /// Checks a large text in parts on all cores; nil where it is small, or one of them or all together may be over a limit.
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
    var work = QuadraticCost(source.bytes)
    for outcome in outcomes {
      guard let outcome else { return nil }
      references.colons += outcome.references.colons
      references.hasFootnotes = references.hasFootnotes || outcome.references.hasFootnotes
      work.add(outcome.work)
    }
    return work.isWithinLimits ? references : nil
  }

  /// The lines of a text in some parts that begin with an empty line, before which nothing is open.
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
    work = QuadraticCost(source.bytes)
  }

  private mutating func read(line index: Int) throws(MarkdownError) {
    let start = source.lineStarts[index]
    let end = index + 1 < source.lineCount ? source.lineStarts[index + 1] : bytes.count
    let (content, depth) = prefix(from: start, to: end)
    guard depth <= Self.depth else { throw .tooDeep(line: index + 1, limit: Self.depth) }
    guard content < end else {
      openBrackets = 0
      table = nil
      work.endParagraph()
      return
    }
    try count(from: content, to: end, line: index)
  }

  /// Passes what begins containers; where the content begins (the line's end if there is none), and how deep it stands.
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
        guard index + 1 < end, bytes[index + 1] == UInt8(ascii: " ") || bytes[index + 1] == UInt8(ascii: "\t") else {
          return (index, depth)
        }
        // Each list takes at least two columns of the lines in it.
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
    while index < end, index - start < 9, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
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
      work.readBracket(at: found, line: line)
      openBrackets = bytes[found] == open ? openBrackets + 1 : max(0, openBrackets - 1)
    }
    guard openBrackets <= Self.openBrackets else {
      throw .tooManyBrackets(line: line + 1, limit: Self.openBrackets)
    }
    let columns = delimiters(from: start, to: end)
    try work.read(from: start, to: end, line: line, columns: columns, isRow: table != nil)
    try countCells(columns, line: line)
  }

  /// The number of columns where a line may be a table's delimiter row, else 0.
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
