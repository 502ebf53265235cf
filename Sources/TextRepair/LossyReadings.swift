/// The readings of words that lost bytes, kept for the next time: a list that is damaged in one place is damaged alike in many,
/// and the search through the repertoire costs more than all the rest.
final class LossyReadings {
  private struct Key: Hashable {
    let values: [UInt32]
    let wordCount: Int
    let after: UInt32
  }

  private let exact: ExactReader
  private var known: [Key: Reading?] = [:]
  private static let most = 4096

  init(exact: ExactReader) {
    self.exact = exact
  }

  /// The best reading of a passage, as the reader gives it.
  func read(_ passage: Passage) -> Reading? {
    let key = Key(values: passage.values, wordCount: passage.wordCount, after: passage.after)
    if let reading = known[key] { return reading }
    let reading = LossyReader(exact: exact).read(passage)
    if known.count < Self.most { known[key] = .some(reading) }
    return reading
  }
}
