import Source

/// The line that opens a code block.
struct Fence {
  private let source: SourceText
  private let mark: UInt8
  private let count: Int
  private let column: Int

  init(at start: Int, in source: SourceText) {
    self.source = source
    mark = source.bytes[start]
    count = source.run(of: mark, at: start).count
    column = start - source.line(source.lineIndex(at: start)).lowerBound
  }

  /// The run of marks that a line begins with, after the indentation and the marks of quotes.
  private func run(ofLine index: Int) -> SourceRange? {
    let line = source.line(index)
    let start = source.bytes(in: line).firstIndex { !$0.isSpaceOrTab && $0 != UInt8(ascii: ">") } ?? line.upperBound
    let run = start < line.upperBound ? source.run(of: mark, at: start) : SourceRange(start, start)
    return run.count >= count ? run : nil
  }

  /// The marks by which a line closes the block; nil for another line.
  func closing(inLine index: Int) -> SourceRange? {
    guard let run = run(ofLine: index) else { return nil }
    let isClosing = source.bytes(in: SourceRange(run.upperBound, source.line(index).upperBound)).allSatisfy(
      \.isSpaceOrTab)
    return isClosing ? run : nil
  }

  /// Whether a line in the block opens another one, at the same place: marks with the name of a language after them.
  func isOpened(byLine index: Int) -> Bool {
    guard let run = run(ofLine: index), run.lowerBound - source.line(index).lowerBound == column else { return false }
    let word = source.bytes(in: SourceRange(run.upperBound, source.line(index).upperBound))
    return word.first?.isASCIILetter == true && !word.contains { $0 == mark || $0 == 0x20 }
  }
}
