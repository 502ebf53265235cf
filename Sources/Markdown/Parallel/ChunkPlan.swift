import Source

/// Divides a large text into chunks that are parsed on all cores.
///
/// A chunk begins with a heading of `#` at the start of a line, which ends all blocks before it except fenced code and raw HTML; if one of
/// these is open at the end of a chunk, the text is parsed as a whole. A link may refer to a definition in any chunk, so each chunk is
/// parsed between copies of all definitions before and after it.
struct ChunkPlan {
  /// The minimum size of a chunk in bytes.
  static let size = 1 << 16

  /// The chunks in the order of the text; one for a text that is small or cannot be divided.
  let ranges: [Range<Int>]
  private let source: SourceText
  /// The probable definitions, each on a separate line, in the order of the text.
  private let definitions: [SourceRange]

  /// - Parameters:
  ///   - start: where the Markdown begins.
  ///   - size: the minimum size of a chunk in bytes.
  init(of source: SourceText, from start: Int, size: Int, _ references: ParsingLimits.References) {
    self.source = source
    let whole = start..<max(start, source.bytes.count)
    let isLarge = whole.count >= 2 * size && !references.hasFootnotes
    definitions = isLarge ? Self.definitions(in: source, at: references.colons) ?? [] : []
    // Each chunk is parsed with all definitions, which must not take longer than the chunk.
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

  /// Whether a line is a heading after an empty line, which ends most raw HTML blocks.
  private static func isHeading(_ line: Int, in source: SourceText) -> Bool {
    let range = source.line(line)
    guard !range.isEmpty, source.bytes[range.lowerBound] == UInt8(ascii: "#"), source.line(line - 1).isEmpty else {
      return false
    }
    let level = source.bytes(in: range).prefix { $0 == UInt8(ascii: "#") }.count
    return level <= 6 && level < range.count && source.bytes[range.lowerBound + level] == UInt8(ascii: " ")
  }

  /// The definitions whose labels end at some offsets; nil if one shares its line, is in a container, or may continue on the next line.
  private static func definitions(in source: SourceText, at colons: [Int]) -> [SourceRange]? {
    var result: [SourceRange] = []
    for colon in colons {
      let line = source.line(source.lineIndex(at: colon))
      let blanks = source.bytes(in: line).prefix { $0 == UInt8(ascii: " ") }.count
      let start = line.lowerBound + blanks
      let syntax = LinkScanner(bytes: source.bytes, end: line.upperBound)
      guard blanks <= 3, let found = syntax.definition(at: start, quoteDepth: 0),
        syntax.label(at: start)?.next == colon + 1, !mayBeginWithTitle(source, after: line)
      else { return nil }
      result.append(found.definition.range)
    }
    return result
  }

  /// Whether the line after another may begin with a title, which the parser then takes as part of a definition.
  private static func mayBeginWithTitle(_ source: SourceText, after line: SourceRange) -> Bool {
    let next = source.bytes[line.upperBound...].first { !$0.isASCIIWhitespace }
    return next.map { "\"'(".utf8.contains($0) } ?? false
  }

  /// The definitions before a chunk as a text to parse before it, and its number of lines.
  func before(_ chunk: Range<Int>) -> (text: [UInt8], lineCount: Int) {
    let found = definitions.prefix { $0.lowerBound < chunk.lowerBound }
    return found.isEmpty ? ([], 0) : (text(of: found) + [UInt8(ascii: "\n")], found.count + 1)
  }

  /// The text to parse after a chunk: a heading that ends all blocks, as the next one does, and the definitions after it.
  func after(_ chunk: Range<Int>) -> [UInt8] {
    guard chunk.upperBound < source.bytes.count else { return [] }
    return Array("#\n".utf8) + text(of: definitions.drop { $0.lowerBound < chunk.upperBound })
  }

  private func text(of definitions: ArraySlice<SourceRange>) -> [UInt8] {
    definitions.flatMap { source.bytes(in: $0) + [UInt8(ascii: "\n")] }
  }

  /// Whether the definitions of the parsed text are those that the chunks were parsed with.
  func matches(_ found: [LinkDefinition]) -> Bool {
    found.map(\.range) == definitions
  }
}
