/// A line that two texts share, by its 0-based index in each.
struct LineMatch: Hashable {
  let old: Int
  let new: Int
}

/// Lines of the old text and the lines of the new text in their place.
struct LineGap {
  var old: Range<Int>
  var new: Range<Int>

  var count: Int { old.count + new.count }

  /// The parts of this gap between matches in it, which are in order; some may be empty.
  func parts(between matches: [LineMatch]) -> [LineGap] {
    var parts: [LineGap] = []
    var rest = self
    for match in matches {
      parts.append(LineGap(old: rest.old.lowerBound..<match.old, new: rest.new.lowerBound..<match.new))
      rest = LineGap(old: (match.old + 1)..<old.upperBound, new: (match.new + 1)..<new.upperBound)
    }
    return parts + [rest]
  }
}

/// Finds the lines that two texts share, in near-linear time.
///
/// Equal lines at both ends match first. Then lines that occur once in each text anchor the alignment (Bram Cohen's patience diff), and
/// the gaps between anchors are aligned in the same way. A gap without an anchor is aligned by Myers' algorithm if it is small; a large
/// one is a replacement.
struct LineAlignment {
  /// The shared lines, rising in both texts.
  private(set) var matches: [LineMatch] = []

  /// The lines as numbers; equal lines have the same number.
  private let old: [Int]
  private let new: [Int]

  /// The most lines, of both sides together, for Myers' algorithm, which is quadratic at worst.
  private static let exactLimit = 1_024
  /// The most levels of anchors in gaps: a hostile text would take quadratic time.
  private static let depthLimit = 32

  init(old oldLines: [ArraySlice<UInt8>], new newLines: [ArraySlice<UInt8>]) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    old = oldLines.map(number)
    new = newLines.map(number)
    var gaps = [(gap: LineGap(old: old.indices, new: new.indices), depth: 0)]
    while let (gap, depth) = gaps.popLast() {
      let gap = trimmed(gap)
      if gap.old.isEmpty || gap.new.isEmpty { continue }
      let anchors = depth < Self.depthLimit ? self.anchors(in: gap) : []
      if !anchors.isEmpty {
        matches += anchors
        gaps += gap.parts(between: anchors).map { ($0, depth + 1) }
      } else if gap.count <= Self.exactLimit {
        matches += MyersDiff(old: old[gap.old], new: new[gap.new]).matches
      }
    }
    matches.sort { $0.old < $1.old }
  }

  /// Matches the equal lines at both ends of a gap; returns the rest.
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

  /// The index of each line of a range; -1 for a line that occurs more than once.
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
}
