import Source

/// Looks up the protected region of an offset or range.
struct RegionIndex {
  private let regions: [ProtectedRegion]
  /// The suppressed ranges, in order and apart.
  private let suppressed: [SourceRange]
  /// The furthest end of the regions up to each one: regions can contain others.
  private let reach: [Int]

  init(_ regions: [ProtectedRegion]) {
    var sorted = regions.filter { !$0.range.isEmpty && $0.kind != .suppressed }
    // Mostly they are in order.
    let isSorted = zip(sorted, sorted.dropFirst()).allSatisfy { $0.range <= $1.range }
    if !isSorted { sorted.sort { $0.range < $1.range } }
    suppressed = Self.union(of: regions.filter { $0.kind == .suppressed }.map(\.range))
    var furthest = 0
    reach = sorted.map {
      furthest = max(furthest, $0.range.upperBound)
      return furthest
    }
    self.regions = sorted
  }

  /// The strictest kind of region that contains an offset: suppressed, destination, syntax, code.
  func kind(at offset: Int) -> ProtectedRegion.Kind? {
    kind(in: SourceRange(offset, offset + 1))
  }

  /// The strictest kind of region that overlaps a range.
  func kind(in range: SourceRange) -> ProtectedRegion.Kind? {
    guard !regions.isEmpty || !suppressed.isEmpty else { return nil }
    if isSuppressed(range) { return .suppressed }
    var strictest: ProtectedRegion.Kind?
    var index = regions.partitioningIndex { $0.range.lowerBound >= range.upperBound } - 1
    while index >= 0, reach[index] > range.lowerBound {
      if regions[index].range.overlaps(range) {
        switch regions[index].kind {
        case .suppressed: break
        case .destination: strictest = .destination
        case .syntax: strictest = strictest == .destination ? .destination : .syntax
        case .code: strictest = strictest ?? .code
        }
      }
      index -= 1
    }
    return strictest
  }

  private func isSuppressed(_ range: SourceRange) -> Bool {
    let index = suppressed.partitioningIndex { $0.upperBound > range.lowerBound }
    return index < suppressed.count && suppressed[index].overlaps(range)
  }

  private static func union(of ranges: [SourceRange]) -> [SourceRange] {
    var result: [SourceRange] = []
    for range in ranges.sorted() where !range.isEmpty {
      if let last = result.last, last.upperBound >= range.lowerBound {
        result[result.count - 1] = SourceRange(last.lowerBound, max(last.upperBound, range.upperBound))
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// The regions of a kind, in order.
  func ranges(of kind: ProtectedRegion.Kind) -> [SourceRange] {
    regions.filter { $0.kind == kind }.map(\.range)
  }
}
