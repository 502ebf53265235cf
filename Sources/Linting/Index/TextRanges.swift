import Source

/// Stretches of the source, such as the texts that a reader sees, each with what it holds.
struct TextRanges: Sendable {
  let all: [SourceRange]
  private let traits: [ByteTraits]

  init(_ ranges: [SourceRange], in source: SourceText) {
    all = ranges
    traits = ByteTraits.of(ranges, in: source)
  }

  /// Those that hold some of these bytes.
  func holding(_ wanted: ByteTraits) -> [SourceRange] {
    var found: [SourceRange] = []
    for index in all.indices where !traits[index].isDisjoint(with: wanted) { found.append(all[index]) }
    return found
  }
}

/// Finds those of ranges in the order of the text that begin in another one; quickly where what is asked for is in that order too.
struct RangeCursor {
  private let ranges: [SourceRange]
  private var next = 0

  init(_ ranges: [SourceRange]) {
    self.ranges = ranges
  }

  /// The positions of those that begin in a range; nil where there are none.
  mutating func beginning(in range: SourceRange) -> Range<Int>? {
    let isBehind = next == ranges.count || ranges[next].lowerBound >= range.lowerBound
    if !isBehind || next > 0 && ranges[next - 1].lowerBound >= range.lowerBound {
      next = ranges.partitioningIndex { $0.lowerBound >= range.lowerBound }
    }
    let first = next
    while next < ranges.count, ranges[next].lowerBound < range.upperBound { next += 1 }
    return first < next ? first..<next : nil
  }
}
