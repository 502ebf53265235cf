/// A text as UTF-8 bytes with an index of its lines; only this type converts an offset into a line and column.
///
/// A line ends after LF, CR LF, or a CR without LF (CommonMark 0.31, section 2.1).
public struct SourceText: Sendable {
  /// The file's bytes: valid UTF-8, with any byte order mark.
  public let bytes: [UInt8]
  /// The offset of each line's first byte, in order; never empty.
  public let lineStarts: [Int]
  /// The number of scalars before each multiple of `stride`; empty if no line is longer than that.
  private let scalarCounts: [Int]

  /// The most bytes that are counted one by one for a column: a line can be the whole file, with many findings.
  private static let stride = 1 << 10

  /// Indexes the lines of valid UTF-8.
  public init(utf8 bytes: [UInt8]) {
    self.bytes = bytes
    self.lineStarts = Self.indexLines(bytes)
    self.scalarCounts = Self.hasLongLine(lineStarts, bytes.count) ? Self.indexScalars(bytes) : []
  }

  public init(_ text: String) {
    self.init(utf8: Array(text.utf8))
  }

  /// The offset after a byte order mark, if any, else 0.
  public var contentStart: Int {
    bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
  }

  /// The range of the whole file.
  public var range: SourceRange { SourceRange(0, bytes.count) }

  /// The number of lines; the text after the last newline counts, even if it is empty.
  public var lineCount: Int { lineStarts.count }

  /// The text of a range, cut at the end of the file; a split character gives U+FFFD.
  public subscript(range: SourceRange) -> String {
    String(decoding: self.bytes(in: range), as: UTF8.self)
  }

  /// The bytes of a range, cut at the end of the file.
  public func bytes(in range: SourceRange) -> ArraySlice<UInt8> {
    bytes[min(range.lowerBound, bytes.count)..<min(range.upperBound, bytes.count)]
  }

  /// The 0-based index of the line with an offset; the last line for an offset past the end.
  public func lineIndex(at offset: Int) -> Int {
    max(0, lineStarts.partitioningIndex { $0 > offset } - 1)
  }

  /// The range of a line by 0-based index, without its newline; an empty range at the end for an index out of range.
  public func line(_ index: Int) -> SourceRange {
    guard lineStarts.indices.contains(index) else { return SourceRange(bytes.count, bytes.count) }
    let start = index == 0 ? contentStart : lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }

  /// The line and column of an offset, cut at the end of the file.
  public func location(of offset: Int) -> SourceLocation {
    let index = lineIndex(at: offset)
    let start = index == 0 ? contentStart : lineStarts[index]
    let end = min(max(offset, start), bytes.count)
    return SourceLocation(line: index + 1, column: 1 + scalarCount(start..<end))
  }

  /// The number of scalars that begin in a range, whose bounds must be in the file.
  private func scalarCount(_ range: Range<Int>) -> Int {
    if range.count <= Self.stride { return Self.countScalars(bytes[range]) }
    func count(before offset: Int) -> Int {
      let block = offset / Self.stride
      return scalarCounts[block] + Self.countScalars(bytes[(block * Self.stride)..<offset])
    }
    return count(before: range.upperBound) - count(before: range.lowerBound)
  }

  /// Counts the bytes that start a scalar.
  private static func countScalars(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private static func indexScalars(_ bytes: [UInt8]) -> [Int] {
    var counts = [0]
    var count = 0
    var start = 0
    while bytes.count - start >= stride {
      count += countScalars(bytes[start..<(start + stride)])
      counts.append(count)
      start += stride
    }
    return counts
  }

  private static func indexLines(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 64 + 1)
    let lineFeed = UInt8(ascii: "\n")
    var position = 0
    while let found = bytes.firstIndex(ofEither: lineFeed, or: UInt8(ascii: "\r"), in: position..<bytes.count) {
      position = found + 1
      let isFirstHalf = bytes[found] != lineFeed && position < bytes.count && bytes[position] == lineFeed
      if !isFirstHalf { starts.append(position) }
    }
    return starts
  }

  private static func hasLongLine(_ starts: [Int], _ end: Int) -> Bool {
    var next = end
    for start in starts.reversed() {
      if next - start > stride { return true }
      next = start
    }
    return false
  }
}
