/// An element that is not where its order would have it.
struct Misplacement {
  let index: Int
  /// The element that it should stand before, or behind.
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
      var (low, high) = (0, heads.count)
      while low < high {
        let middle = (low + high) / 2
        if self[heads[middle]] >= self[index] { low = middle + 1 } else { high = middle }
      }
      next[index] = low > 0 ? heads[low - 1] : nil
      if low < heads.count { heads[low] = index } else { heads.append(index) }
    }
    var result: [Misplacement] = []
    var previous: Int?
    var kept = heads.last
    for index in indices {
      if index == kept {
        previous = index
        kept = next[index]
      } else if let previous, self[index] < self[previous] {
        result.append(Misplacement(index: index, neighbour: previous, belongsBefore: true))
      } else if let kept {
        result.append(Misplacement(index: index, neighbour: kept, belongsBefore: false))
      }
    }
    return result
  }
}
