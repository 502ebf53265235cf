/// Caches the candidates for words that lost bytes: lists have the same damage in many places, and the search is slow.
final class LossyCandidateCache {
  private struct Key: Hashable {
    let values: [UInt32]
    let wordCount: Int
    let after: UInt32
    let neighbours: Neighbours
    let isInQuotation: Bool
    let evidence: LossEvidence
  }

  private let decoder: LossyDecoder
  private var known: [Key: Candidate?] = [:]
  private static let most = 4096

  init(exact: ExactDecoder) {
    decoder = LossyDecoder(exact: exact, competitors: Competitors(codePages: exact.codePages))
  }

  /// The best candidate for a suspect, as the decoder finds it.
  func decode(_ suspect: Suspect, evidence: LossEvidence) -> Candidate? {
    let key = Key(
      values: suspect.values, wordCount: suspect.wordCount, after: suspect.after, neighbours: suspect.neighbours,
      isInQuotation: suspect.isInQuotation, evidence: evidence)
    if let candidate = known[key] { return candidate }
    let candidate = decoder.decode(suspect, evidence: evidence)
    if known.count < Self.most { known[key] = .some(candidate) }
    return candidate
  }
}
