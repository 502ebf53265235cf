import Source

/// The parts of a large text that can be parsed each on its own, on all cores, and with trees that stay in a processor's cache.
///
/// A part begins with a heading of `#` at the start of a line, which ends all blocks before it but fenced code and raw HTML: a part in
/// which one of these stays open shows that the text must be parsed as a whole. What links refer to may be defined in any part, so each part
/// is parsed between the definitions that stand before and behind it.
struct ChunkPlan {
  /// The least size of a part, in bytes.
  static let size = 1 << 16

  /// The parts in the order of the text; a single one where the text is small or cannot be divided.
  let ranges: [Range<Int>]
  private let source: SourceText
  /// What looks like a definition on a line of its own, in the order of the text.
  private let definitions: [SourceRange]

  /// - Parameters:
  ///   - start: where the Markdown begins.
  ///   - size: the least size of a part, in bytes.
  init(of source: SourceText, from start: Int, size: Int, _ references: ParsingLimits.References) {
    self.source = source
    let whole = start..<max(start, source.bytes.count)
    let isLarge = whole.count >= 2 * size && !references.hasFootnotes
    definitions = isLarge ? Self.definitions(in: source, at: references.colons) ?? [] : []
    // Each part is parsed with all of them, which must not take longer than the part.
    let known = definitions.reduce(0) { $0 + $1.count }
    let isKnown = definitions.count == references.colons.count && known <= max(size / 4, 1)
    ranges = isLarge && isKnown ? Self.divide(whole, of: source, size) : [whole]
  }

  private static func divide(_ whole: Range<Int>, of source: SourceText, _ size: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = whole.lowerBound
    while whole.upperBound - start >= 2 * size {
      var line = source.lineIndex(at: start + size) + 1
      while line < source.lineCount, !isHeading(line, in: source) { line += 1 }
      guard line < source.lineCount, whole.upperBound - source.lineStarts[line] >= size / 2 else { break }
      ranges.append(start..<source.lineStarts[line])
      start = source.lineStarts[line]
    }
    return ranges + [start..<whole.upperBound]
  }

  /// Whether a line is a heading behind an empty one: blocks of raw HTML end there.
  private static func isHeading(_ line: Int, in source: SourceText) -> Bool {
    let range = source.line(line)
    guard !range.isEmpty, source.bytes[range.lowerBound] == UInt8(ascii: "#"), source.line(line - 1).isEmpty else {
      return false
    }
    let level = source.bytes(in: range).prefix { $0 == UInt8(ascii: "#") }.count
    return level <= 6 && level < range.count && source.bytes[range.lowerBound + level] == UInt8(ascii: " ")
  }

  /// The definitions whose labels end at some offsets; nil where one is not alone on its line at the text's margin, or may go on behind it.
  private static func definitions(in source: SourceText, at colons: [Int]) -> [SourceRange]? {
    var result: [SourceRange] = []
    for colon in colons {
      let line = source.line(source.lineIndex(at: colon))
      let blanks = source.bytes(in: line).prefix { $0 == UInt8(ascii: " ") }.count
      let start = line.lowerBound + blanks
      let syntax = LinkScanner(bytes: source.bytes, end: line.upperBound)
      guard blanks <= 3, let found = syntax.definition(at: start, quoteDepth: 0),
        syntax.label(at: start)?.next == colon + 1, !mayBeginWithTitle(source, behind: line)
      else { return nil }
      result.append(found.definition.range)
    }
    return result
  }

  /// Whether what looks like a title begins the line behind another: the parser takes it for the title of a definition there, even where it
  /// finds that it is none.
  private static func mayBeginWithTitle(_ source: SourceText, behind line: SourceRange) -> Bool {
    let next = source.bytes[line.upperBound...].first { !$0.isSpace }
    return next.map { "\"'(".utf8.contains($0) } ?? false
  }

  /// The definitions that stand before a part, as a text to be parsed before it, and how many lines it has.
  func before(_ part: Range<Int>) -> (text: [UInt8], lineCount: Int) {
    let found = definitions.prefix { $0.lowerBound < part.lowerBound }
    return found.isEmpty ? ([], 0) : (text(of: found) + [UInt8(ascii: "\n")], found.count + 1)
  }

  /// A text to be parsed behind a part: a heading that ends all blocks as the one there does, and the definitions that stand there.
  func behind(_ part: Range<Int>) -> [UInt8] {
    guard part.upperBound < source.bytes.count else { return [] }
    return Array("#\n".utf8) + text(of: definitions.drop { $0.lowerBound < part.upperBound })
  }

  private func text(of definitions: ArraySlice<SourceRange>) -> [UInt8] {
    definitions.flatMap { source.bytes(in: $0) + [UInt8(ascii: "\n")] }
  }

  /// Whether the definitions that were found in the parsed text are those that the parts were parsed with.
  func areKnown(_ found: [LinkDefinition]) -> Bool {
    found.map(\.range) == definitions
  }
}
