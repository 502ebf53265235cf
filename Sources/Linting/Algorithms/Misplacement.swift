import Source

/// An element that is not where its order would have it.
struct Misplacement {
  let index: Int
  /// The element that it should be right before, or right after.
  let neighbour: Int
  let belongsBefore: Bool
}

extension Array where Element: Comparable {
  /// The fewest elements whose removal leaves the rest in order (the complement of a longest non-decreasing subsequence); of two choices, the later one.
  var misplacements: [Misplacement] {
    // From the end on: of each length, the sequence in order whose first element is the greatest, as that element's index.
    var heads: [Int] = []
    var next = [Int?](repeating: nil, count: count)
    for index in indices.reversed() {
      let length = heads.partitioningIndex { self[$0] < self[index] }
      next[index] = length > 0 ? heads[length - 1] : nil
      if length < heads.count { heads[length] = index } else { heads.append(index) }
    }
    var kept: [Int] = []
    var head = heads.last
    while let index = head {
      kept.append(index)
      head = next[index]
    }
    let isKept = Set(kept)
    return indices.filter { !isKept.contains($0) }.map { index in
      // Its place among those that are kept.
      let place = kept.partitioningIndex { self[$0] > self[index] }
      let belongsBefore = place < kept.count && kept[place] < index
      return Misplacement(
        index: index, neighbour: kept[belongsBefore ? place : Swift.max(place - 1, 0)], belongsBefore: belongsBefore)
    }
  }
}
