/// Finds which lines of two texts correspond, in near-linear time.
///
/// Equal lines at both ends are taken off, then lines that occur once on either side anchor the alignment (Bram Cohen's patience diff),
/// and the gaps between anchors are treated alike. A gap without an anchor is solved exactly by Myers' algorithm when it is small, and is
/// one replacement when it is not.
struct LineAlignment {
  /// The shared lines, rising in both texts.
  private(set) var matches: [LineMatch] = []

  private let old: [Int]
  private let new: [Int]

  /// The most lines, of both sides together, for which the time of Myers' algorithm, which is quadratic at worst, does not matter.
  private static let exactLimit = 1_024
  /// How often gaps are anchored within gaps; more would let a contrived text take quadratic time.
  private static let depthLimit = 32

  init(old: [Int], new: [Int]) {
    self.old = old
    self.new = new
    var gaps = [(gap: LineGap(old: old.indices, new: new.indices), depth: 0)]
    while let (gap, depth) = gaps.popLast() {
      let gap = trimmed(gap)
      if gap.old.isEmpty || gap.new.isEmpty { continue }
      let anchors = depth < Self.depthLimit ? self.anchors(in: gap) : []
      if !anchors.isEmpty {
        matches += anchors
        gaps += Self.gaps(in: gap, between: anchors).map { ($0, depth + 1) }
      } else if gap.count <= Self.exactLimit {
        matches += MyersDiff(old: old[gap.old], new: new[gap.new]).matches
      }
    }
    matches.sort { $0.old < $1.old }
  }

  /// Records the lines that are equal at both ends of a gap; what is left lies between them.
  private mutating func trimmed(_ gap: LineGap) -> LineGap {
    var gap = gap
    while let first = gap.old.first, let other = gap.new.first, old[first] == new[other] {
      matches.append(LineMatch(old: first, new: other))
      gap.old.removeFirst()
      gap.new.removeFirst()
    }
    while let last = gap.old.last, let other = gap.new.last, old[last] == new[other] {
      matches.append(LineMatch(old: last, new: other))
      gap.old.removeLast()
      gap.new.removeLast()
    }
    return gap
  }

  /// The longest rising sequence of lines that occur once on each side of a gap.
  private func anchors(in gap: LineGap) -> [LineMatch] {
    let newPlaces = places(of: new, in: gap.new)
    let oldPlaces = places(of: old, in: gap.old)
    let candidates = gap.old.compactMap { index -> LineMatch? in
      guard oldPlaces[old[index]] == index, let place = newPlaces[old[index]], place >= 0 else { return nil }
      return LineMatch(old: index, new: place)
    }
    return Self.longestRising(candidates)
  }

  /// Where each line of a range stands, or -1 for one that stands there more than once.
  private func places(of lines: [Int], in range: Range<Int>) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for index in range {
      places[lines[index]] = places[lines[index]] == nil ? index : -1
    }
    return places
  }

  /// The longest subsequence that rises in the new text too, by patience sorting.
  private static func longestRising(_ candidates: [LineMatch]) -> [LineMatch] {
    var tops: [Int] = []
    var previous = [Int?](repeating: nil, count: candidates.count)
    for (index, candidate) in candidates.enumerated() {
      let place = tops.partitioningIndex { candidates[$0].new >= candidate.new }
      previous[index] = place > 0 ? tops[place - 1] : nil
      if place < tops.count { tops[place] = index } else { tops.append(index) }
    }
    var rising: [LineMatch] = []
    var index = tops.last
    while let current = index {
      rising.append(candidates[current])
      index = previous[current]
    }
    return rising.reversed()
  }

  private static func gaps(in whole: LineGap, between anchors: [LineMatch]) -> [LineGap] {
    var gaps: [LineGap] = []
    var old = whole.old.lowerBound
    var new = whole.new.lowerBound
    for anchor in anchors {
      gaps.append(LineGap(old: old..<anchor.old, new: new..<anchor.new))
      old = anchor.old + 1
      new = anchor.new + 1
    }
    gaps.append(LineGap(old: old..<whole.old.upperBound, new: new..<whole.new.upperBound))
    return gaps
  }
}
