import Source

/// The protected regions of a file in order, for asking what holds an offset or a range.
struct RegionIndex {
  private let regions: [ProtectedRegion]
  /// The furthest end of the regions up to each one, since regions may lie in one another.
  private let reach: [Int]

  init(_ regions: [ProtectedRegion]) {
    let sorted = regions.filter { !$0.range.isEmpty }.sorted { $0.range < $1.range }
    var furthest = 0
    reach = sorted.map {
      furthest = max(furthest, $0.range.upperBound)
      return furthest
    }
    self.regions = sorted
  }

  /// The strictest kind of region that holds an offset: suppressed, then destination, then code.
  func kind(at offset: Int) -> ProtectedRegion.Kind? {
    kind(in: SourceRange(offset, offset + 1))
  }

  /// The strictest kind of region that shares a byte with a range.
  func kind(in range: SourceRange) -> ProtectedRegion.Kind? {
    var low = 0
    var high = regions.count
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].range.lowerBound < range.upperBound { low = middle + 1 } else { high = middle }
    }
    var strictest: ProtectedRegion.Kind?
    var index = low - 1
    while index >= 0, reach[index] > range.lowerBound {
      if regions[index].range.overlaps(range) {
        switch regions[index].kind {
        case .suppressed: return .suppressed
        case .destination: strictest = .destination
        case .code: strictest = strictest ?? .code
        }
      }
      index -= 1
    }
    return strictest
  }

  /// The regions of a kind, in order.
  func ranges(of kind: ProtectedRegion.Kind) -> [SourceRange] {
    regions.filter { $0.kind == kind }.map(\.range)
  }
}
