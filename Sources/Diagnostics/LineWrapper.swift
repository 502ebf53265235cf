/// Breaks lines at spaces, so that none is longer than the terminal and nothing is lost.
///
/// A word that is longer than a line is broken where the line ends. Lines after the first are indented.
public struct LineWrapper: Sendable {
  /// The indentation of the lines after the first: more than that of an excerpt.
  private static let indentation = 4

  private let width: Int

  /// - Parameter width: the columns of the terminal.
  public init(width: Int) {
    // The indentation must leave room for a wide character.
    self.width = max(width, 2 * Self.indentation)
  }

  /// The lines of a text in UTF-8, in which control characters are escaped but for newlines and Select Graphic Rendition sequences.
  public func wrapped(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 8)
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      append(text, start..<end, to: &output)
      if end < text.count { output.append(UInt8(ascii: "\n")) }
      start = end + 1
    }
    return output
  }

  private func append(_ text: [UInt8], _ line: Range<Int>, to output: inout [UInt8]) {
    var start = line.lowerBound
    var room = width
    // No character takes more columns than bytes.
    while line.upperBound - start > room, let end = end(of: text, start..<line.upperBound, room) {
      output += text[start..<end]
      start = text[end..<line.upperBound].firstIndex { $0 != UInt8(ascii: " ") } ?? line.upperBound
      // Nothing but spaces is left.
      if start == line.upperBound { return }
      output.append(UInt8(ascii: "\n"))
      output += repeatElement(UInt8(ascii: " "), count: Self.indentation)
      room = width - Self.indentation
    }
    output += text[start..<line.upperBound]
  }

  /// The end of as much as fits, without the space after it; nil where everything fits.
  private func end(of text: [UInt8], _ range: Range<Int>, _ room: Int) -> Int? {
    var counter = ColumnCounter()
    var (columns, position) = (0, range.lowerBound)
    var space: Int?
    /// Where the last character begins that is not a mark of the one before it.
    var base = position
    var hasWord = false
    while position < range.upperBound {
      if let end = Self.endOfColor(in: text, at: position, before: range.upperBound) {
        position = end
        continue
      }
      let (scalar, end) = text.scalar(at: position)
      // Spaces at the beginning are indentation.
      if scalar == " ", hasWord { space = position } else if scalar != " " { hasWord = true }
      let own = counter.columns(of: scalar)
      if own > 0, scalar != "\u{FE0F}" { base = position }
      columns += own
      // A mark that widens the first character of a line stays with it.
      if columns > room, space != nil || base > range.lowerBound { return space ?? base }
      position = end
    }
    return nil
  }

  /// The end of a Select Graphic Rendition sequence, which takes no column; nil where the text is not one.
  private static func endOfColor(in text: [UInt8], at position: Int, before end: Int) -> Int? {
    guard text[position] == 0x1B else { return nil }
    return text[position..<end].firstIndex(of: UInt8(ascii: "m")).map { $0 + 1 }
  }
}
