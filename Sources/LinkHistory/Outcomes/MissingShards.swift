import Source

/// The parts of a night's links without an outcome.
public struct MissingShards: Hashable, Sendable {
  /// The shards without an outcome; with empty files, which do not say whose they are, more than are missing.
  public var numbers: [Int]
  /// How many are missing.
  public var count: Int
  /// How many there are in all.
  public var total: Int
}

extension MissingShards: CustomStringConvertible {
  /// A sentence without its end, as in “shards 2, 5 of 8 are missing; their links are not checked”.
  public var description: String {
    let effect = count == 1 ? "is missing; its links are not checked" : "are missing; their links are not checked"
    guard numbers.count == count else { return "\(count) of \(total) shards (among \(names)) \(effect)" }
    return "\(count == 1 ? "shard" : "shards") \(names) of \(total) \(effect)"
  }

  private var names: String {
    let shown = numbers.prefix(20).map { "\($0)" }.joined(separator: ", ")
    return numbers.count > 20 ? "\(shown) and \(numbers.count - 20) more" : shown
  }
}
