import Source

/// Ranges of a text that can be edited at once.
///
/// Two that meet may both be edited, but not where one of them is empty: it would not be clear which text comes first.
struct DisjointRanges {
  /// In the order of the text.
  private var ranges: [SourceRange] = []

  /// Adds ranges if none clashes with those that are there; false otherwise.
  mutating func insert(_ new: [SourceRange]) -> Bool {
    let places = new.map { range in (range, index(of: range)) }
    let clashes = places.contains { range, index in
      (index > 0 && Self.clash(ranges[index - 1], range)) || (index < ranges.count && Self.clash(ranges[index], range))
    }
    if clashes { return false }
    for (range, _) in places { ranges.insert(range, at: index(of: range)) }
    return true
  }

  /// Where a range belongs; what is there does not clash with itself, so that only the neighbours of that place can clash with the range.
  private func index(of range: SourceRange) -> Int {
    ranges.partitioningIndex { $0 >= range }
  }

  private static func clash(_ first: SourceRange, _ second: SourceRange) -> Bool {
    if first.overlaps(second) { return true }
    guard first.isEmpty || second.isEmpty else { return false }
    return first.lowerBound <= second.upperBound && second.lowerBound <= first.upperBound
  }
}
