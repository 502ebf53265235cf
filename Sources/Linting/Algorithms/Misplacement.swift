import Source

/// An element that is not where its order would have it.
struct Misplacement {
  let index: Int
  /// The element that it should stand right before, or right behind.
  let neighbour: Int
  let belongsBefore: Bool
}

extension Array where Element: Comparable {
  /// As few elements as can be that have to go elsewhere for the rest to be in order; of two that could, the one further behind.
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
      // Where it would stand among those that are kept; it does not, so that this is before or behind its own place.
      let place = kept.partitioningIndex { self[$0] > self[index] }
      let belongsBefore = place < kept.count && kept[place] < index
      return Misplacement(
        index: index, neighbour: kept[belongsBefore ? place : Swift.max(place - 1, 0)], belongsBefore: belongsBefore)
    }
  }
}
