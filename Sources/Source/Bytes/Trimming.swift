extension BidirectionalCollection {
  /// The elements between the first and the last that a condition does not hold for.
  @inlinable
  public func trimming(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
    try drop(while: predicate).trimmingSuffix(while: predicate)
  }

  /// The elements up to the last that a condition does not hold for.
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
