import Source

/// An upper bound of the steps that libcmark-gfm takes where their number grows with the square of the text.
///
/// It looks for the end of each address in a run without blanks anew, for the end of each `<?` and `<!A` in a paragraph, and for the marks
/// of emphasis before each `[^`; it walks over a row's cells for each cell; and it copies a definition for each link that uses it.
struct QuadraticCost {
  /// The most steps that a text may take: some tenths of a second.
  static let limit = 200_000_000

  private let bytes: [UInt8]
  private var steps = 0
  /// The bytes of the open paragraph, and how many `<?`, `<!A` and `[^` it has.
  private var paragraph = (bytes: 0, marks: 0)
  private var previousPipes = 0
  private var brackets = 0
  /// The open definition, and the largest: the line at which they start, and their bytes.
  private var definition: (line: Int, bytes: Int)?
  private var largest = (line: 0, bytes: 0)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Ends the paragraph, and a definition in it.
  mutating func endParagraph() {
    paragraph = (0, 0)
    previousPipes = 0
    definition = nil
  }

  /// Notes a bracket at an offset of a line.
  mutating func readBracket(at offset: Int, line: Int) {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    if bytes[offset] == UInt8(ascii: "[") {
      if next == UInt8(ascii: "^") { paragraph.marks += 1 }
      return
    }
    brackets += 1
    if next == UInt8(ascii: ":") { definition = (line, 0) }
  }

  /// Notes a line whose brackets were noted; `columns` is their number where it may be a table's delimiter row, `isRow` whether it may be
  /// a row.
  mutating func read(from start: Int, to end: Int, line: Int, columns: Int, isRow: Bool) throws(MarkdownError) {
    countAddresses(from: start, to: end)
    guard steps <= Self.limit else { throw .tooTangled(line: line + 1, .addresses) }
    countMarks(from: start, to: end)
    guard steps <= Self.limit else { throw .tooTangled(line: line + 1, .marks) }
    countCells(from: start, to: end, columns: columns, isRow: isRow)
    guard steps <= Self.limit else { throw .tooTangled(line: line + 1, .cells) }
    if let open = definition {
      definition = (open.line, open.bytes + end - start)
      if open.bytes + end - start > largest.bytes { largest = (open.line, open.bytes + end - start) }
    }
  }

  /// Adds the work of another part of the text.
  mutating func add(_ other: QuadraticCost) {
    steps += other.steps
    brackets += other.brackets
    if other.largest.bytes > largest.bytes { largest = other.largest }
  }

  /// Whether the text takes no more steps than it may.
  var isWithinLimits: Bool {
    do throws(MarkdownError) {
      try finish()
    } catch {
      return false
    }
    return steps <= Self.limit
  }

  /// Checks what only the whole text shows.
  func finish() throws(MarkdownError) {
    let (copied, isOver) = largest.bytes.multipliedReportingOverflow(by: brackets)
    guard !isOver, copied <= Self.limit else { throw .tooTangled(line: largest.line + 1, .definition) }
  }

  private mutating func countAddresses(from start: Int, to end: Int) {
    // Shorter lines cannot add up to much.
    guard end - start > 1_000 else { return }
    var runStart = start
    var addresses = 0
    for index in start...end {
      if index == end || bytes[index].isSpace {
        steps += addresses * (index - runStart)
        (runStart, addresses) = (index + 1, 0)
      } else if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ".") {
        let before = index >= start + 3 ? bytes[index - 3..<index] : []
        if before.elementsEqual("www".utf8) || before.dropFirst().elementsEqual(":/".utf8) { addresses += 1 }
      }
    }
  }

  private mutating func countMarks(from start: Int, to end: Int) {
    let before = paragraph.bytes * paragraph.marks
    let (instruction, declaration) = (UInt8(ascii: "?"), UInt8(ascii: "!"))
    var position = start
    while let found = bytes.firstIndex(ofEither: instruction, or: declaration, in: position..<end) {
      position = found + 1
      guard found > start, bytes[found - 1] == UInt8(ascii: "<") else { continue }
      let isComment = bytes[found] == declaration && position < end && bytes[position] == UInt8(ascii: "-")
      if !isComment { paragraph.marks += 1 }
    }
    paragraph.bytes += end - start
    steps += max(0, paragraph.bytes * paragraph.marks - before)
  }

  private mutating func countCells(from start: Int, to end: Int, columns: Int, isRow: Bool) {
    // A row takes two bytes for each cell at least, and few cells are no work.
    guard end - start > 1_000 || previousPipes > 0 else { return }
    var pipes = 0
    for index in start..<end where bytes[index] == UInt8(ascii: "|") { pipes += 1 }
    if columns > 0 { steps += previousPipes * previousPipes / 2 }
    if isRow || columns > 0 { steps += pipes * pipes / 2 }
    previousPipes = pipes
  }
}
