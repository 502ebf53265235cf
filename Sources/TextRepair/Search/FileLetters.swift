import Source

/// The accented Latin letters in the healthy text of a file: the originals of its damaged words have mostly the same ones.
struct FileLetters {
  private static let range: Range<UInt32> = 0xC0..<0x250
  private var known = [Bool](repeating: false, count: Self.range.count)

  /// Collects the letters outside of some ranges, which are in order and apart.
  init<Ranges: RandomAccessCollection>(in bytes: [UInt8], outside ranges: Ranges)
  where Ranges.Element == SourceRange, Ranges.Index == Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      var offset = unsafe firstNonASCII(in: buffer, from: 0)
      while offset < buffer.count {
        while index < ranges.count, ranges[index].upperBound <= offset { index += 1 }
        if index < ranges.count, ranges[index].lowerBound <= offset {
          offset = ranges[index].upperBound
        } else {
          let (value, length) = unsafe scalar(in: buffer, at: offset)
          if length == 2, Self.range.contains(value) { known[Int(value - Self.range.lowerBound)] = true }
          offset += max(length, 1)
        }
        offset = unsafe firstNonASCII(in: buffer, from: offset)
      }
    }
  }

  /// How many of some characters are letters of the file.
  func count(of characters: [UInt32]) -> Int {
    characters.count { Self.range.contains($0) && known[Int($0 - Self.range.lowerBound)] }
  }
}
