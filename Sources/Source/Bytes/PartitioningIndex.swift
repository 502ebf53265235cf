extension RandomAccessCollection where Index == Int {
  /// The first index from which on a condition holds, where it holds for all elements behind the first one that fulfils it.
  @inlinable
  public func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
