import Source

/// An upper bound of the steps of libcmark-gfm whose number is quadratic in the size of the text.
///
/// The library searches for the end of each address in a run without spaces, for the end of each `<?` and `<!A` in a paragraph, and for
/// the delimiters of emphasis before each `[^`. It walks the cells of a row for each cell, and copies a definition for each use.
struct QuadraticCost {
  /// The most steps for a text: some tenths of a second.
  static let limit = 200_000_000

  private let bytes: [UInt8]
  private var steps = 0
  /// The bytes of the open paragraph, and the number of its `<?`, `<!A` and `[^`.
  private var paragraph = (bytes: 0, openings: 0)
  private var previousPipes = 0
  private var brackets = 0
  /// The open and the largest definition: the line where each starts, and its bytes.
  private var definition: (line: Int, bytes: Int)?
  private var largest = (line: 0, bytes: 0)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Ends the paragraph and any definition in it.
  mutating func endParagraph() {
    paragraph = (0, 0)
    previousPipes = 0
    definition = nil
  }

  /// Counts a bracket at an offset in a line.
  mutating func readBracket(at offset: Int, line: Int) {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    if bytes[offset] == UInt8(ascii: "[") {
      if next == UInt8(ascii: "^") { paragraph.openings += 1 }
      return
    }
    brackets += 1
    if next == UInt8(ascii: ":") { definition = (line, 0) }
  }

  /// Counts a line after its brackets.
  ///
  /// - Parameters:
  ///   - columns: the number of columns if the line may be a table's delimiter row, else 0.
  ///   - isRow: whether the line may be a table's row.
  mutating func read(from start: Int, to end: Int, line: Int, columns: Int, isRow: Bool) throws(MarkdownError) {
    countAddresses(from: start, to: end)
    guard steps <= Self.limit else { throw .tooCostly(line: line + 1, .addresses) }
    countOpenings(from: start, to: end)
    guard steps <= Self.limit else { throw .tooCostly(line: line + 1, .openings) }
    countCells(from: start, to: end, columns: columns, isRow: isRow)
    guard steps <= Self.limit else { throw .tooCostly(line: line + 1, .cells) }
    if let open = definition {
      definition = (open.line, open.bytes + end - start)
      if open.bytes + end - start > largest.bytes { largest = (open.line, open.bytes + end - start) }
    }
  }

  /// Adds the cost of another part of the text.
  mutating func add(_ other: QuadraticCost) {
    steps += other.steps
    brackets += other.brackets
    if other.largest.bytes > largest.bytes { largest = other.largest }
  }

  /// Whether the cost of the whole text is within the limits.
  var isWithinLimits: Bool {
    do throws(MarkdownError) {
      try finish()
    } catch {
      return false
    }
    return steps <= Self.limit
  }

  /// Checks the limit for definitions, which needs the whole text.
  func finish() throws(MarkdownError) {
    let (copied, isOver) = largest.bytes.multipliedReportingOverflow(by: brackets)
    guard !isOver, copied <= Self.limit else { throw .tooCostly(line: largest.line + 1, .definition) }
  }

  private mutating func countAddresses(from start: Int, to end: Int) {
    // Shorter lines are cheap.
    guard end - start > 1_000 else { return }
    var runStart = start
    var addresses = 0
    for index in start...end {
      if index == end || bytes[index].isASCIIWhitespace {
        steps += addresses * (index - runStart)
        (runStart, addresses) = (index + 1, 0)
      } else if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ".") {
        let before = index >= start + 3 ? bytes[index - 3..<index] : []
        if before.elementsEqual("www".utf8) || before.dropFirst().elementsEqual(":/".utf8) { addresses += 1 }
      }
    }
  }

  private mutating func countOpenings(from start: Int, to end: Int) {
    let before = paragraph.bytes * paragraph.openings
    let (instruction, declaration) = (UInt8(ascii: "?"), UInt8(ascii: "!"))
    var position = start
    while let found = bytes.firstIndex(ofEither: instruction, or: declaration, in: position..<end) {
      position = found + 1
      guard found > start, bytes[found - 1] == UInt8(ascii: "<") else { continue }
      let isComment = bytes[found] == declaration && position < end && bytes[position] == UInt8(ascii: "-")
      if !isComment { paragraph.openings += 1 }
    }
    paragraph.bytes += end - start
    steps += max(0, paragraph.bytes * paragraph.openings - before)
  }

  private mutating func countCells(from start: Int, to end: Int, columns: Int, isRow: Bool) {
    // A cell takes at least two bytes, and few cells are cheap.
    guard end - start > 1_000 || previousPipes > 0 else { return }
    var pipes = 0
    for index in start..<end where bytes[index] == UInt8(ascii: "|") { pipes += 1 }
    if columns > 0 { steps += previousPipes * previousPipes / 2 }
    if isRow || columns > 0 { steps += pipes * pipes / 2 }
    previousPipes = pipes
  }
}
