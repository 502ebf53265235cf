/// The readings of words that lost bytes, kept for the next time: a list that is damaged in one place is damaged alike in many,
/// and the search through the repertoire costs more than all the rest.
final class LossyReadings {
  private struct Key: Hashable {
    let values: [UInt32]
    let wordCount: Int
    let after: UInt32
    let surroundings: Surroundings
    let evidence: LossEvidence
  }

  private let reader: LossyReader
  private var known: [Key: Reading?] = [:]
  private static let most = 4096

  init(exact: ExactReader) {
    reader = LossyReader(exact: exact, rivals: Rivals(codePages: exact.codePages))
  }

  /// The best reading of a passage, as the reader gives it.
  func read(_ passage: Passage, evidence: LossEvidence) -> Reading? {
    let key = Key(
      values: passage.values, wordCount: passage.wordCount, after: passage.after, surroundings: passage.surroundings,
      evidence: evidence)
    if let reading = known[key] { return reading }
    let reading = reader.read(passage, evidence: evidence)
    if known.count < Self.most { known[key] = .some(reading) }
    return reading
  }
}
