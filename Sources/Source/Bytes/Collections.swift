extension RandomAccessCollection where Index == Int {
  /// The index of the first element that fulfils a condition which all later elements fulfil too (binary search).
  @inlinable
  public func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension BidirectionalCollection {
  /// The elements without those at both ends that fulfil a condition.
  @inlinable
  public func trimming(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
    try drop(while: predicate).trimmingSuffix(while: predicate)
  }

  /// The elements without those at the end that fulfil a condition.
  @inlinable
  public func trimmingSuffix(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
    var end = endIndex
    while end != startIndex {
      let last = index(before: end)
      guard try predicate(self[last]) else { break }
      end = last
    }
    return self[startIndex..<end]
  }
}
