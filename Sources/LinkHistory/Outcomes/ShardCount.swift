/// Which of the parts of a night's links have an outcome.
struct ShardCount: Hashable, Sendable {
  /// The numbers of the shards by how many there are.
  private var numbers: [Int: Set<Int>] = [:]
  /// The files without an outcome, each that of a shard without links.
  var emptyFiles = 0

  /// Takes the shard of an outcome, as in `2/8`.
  mutating func add(_ text: some Sequence<UInt8>) {
    let parts = String(decoding: Array(text), as: UTF8.self).split(separator: "/").map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...10_000).contains(count),
      (1...count).contains(number)
    else { return }
    numbers[count, default: []].insert(number)
  }

  /// The shards without an outcome or an empty file; nil where all are here.
  var missing: MissingShards? {
    guard let (count, known) = numbers.max(by: { $0.key < $1.key }) else { return nil }
    let missing = count - known.count - emptyFiles
    guard missing > 0 else { return nil }
    return MissingShards(numbers: (1...count).filter { !known.contains($0) }, count: missing, total: count)
  }
}
