/// What GitHub shows of a README: the first 512,000 bytes, without a word about the rest.
enum ReadmeSize {
  static let limit = 512_000

  /// What to say of a file of this size; nil below four fifths of the limit.
  static func warning(_ count: Int) -> String? {
    if count > limit {
      return "has \(count) bytes; GitHub shows the first \(limit) of a README and drops the rest: split the list"
    }
    if count * 5 >= limit * 4 {
      return "has \(count) bytes, near the \(limit) that GitHub shows of a README: plan to split the list"
    }
    return nil
  }
}
