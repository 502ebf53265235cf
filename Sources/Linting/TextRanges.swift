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

extension [SourceRange] {
  /// Those of ranges in the order of the text that begin in another one.
  func beginning(in range: SourceRange) -> ArraySlice<SourceRange> {
    let first = partitioningIndex { $0.lowerBound >= range.lowerBound }
    var end = first
    while end < count, self[end].lowerBound < range.upperBound { end += 1 }
    return self[first..<end]
  }
}
