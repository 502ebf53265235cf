/// Finds among many hashes those that stand there more than once.
struct HashGroups {
  /// The positions of hashes that stand there more than once, in order.
  private(set) var repeated: [Int] = []

  init(_ hashes: [UInt64]) {
    if hashes.count < 2 { return }
    // More than half of the slots stay free, so that searches are short.
    let mask = (1 << (Int.bitWidth - (hashes.count * 2).leadingZeroBitCount)) - 1
    var slots = [Int32](repeating: -1, count: mask + 1)
    var isRepeated = [Bool](repeating: false, count: hashes.count)
    var hasRepeated = false
    for (position, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0, hashes[Int(slots[slot])] != hash { slot = (slot + 1) & mask }
      if slots[slot] < 0 {
        slots[slot] = Int32(truncatingIfNeeded: position)
      } else {
        hasRepeated = true
        isRepeated[position] = true
        isRepeated[Int(slots[slot])] = true
      }
    }
    if hasRepeated { repeated = hashes.indices.filter { isRepeated[$0] } }
  }
}
