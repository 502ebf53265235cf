import Source

/// Finds among many hashes those that stand there more than once.
///
/// They are sorted, not put into a table: a list may be written so that its hashes fall together.
struct HashGroups {
  /// The positions of hashes that stand there more than once, in order.
  private(set) var repeated: [Int] = []

  init(_ hashes: [UInt64]) {
    if hashes.count < 2 { return }
    let sorted = hashes.sorted()
    var shared: [UInt64] = []
    for index in 1..<sorted.count where sorted[index] == sorted[index - 1] && sorted[index] != shared.last {
      shared.append(sorted[index])
    }
    if shared.isEmpty { return }
    repeated = hashes.indices.filter { index in
      let place = shared.partitioningIndex { $0 >= hashes[index] }
      return place < shared.count && shared[place] == hashes[index]
    }
  }
}
