/// The candidates of a word, shared by all places where it occurs.
final class WordCandidates {
  /// At most one for each code page.
  let list: [ScoredCandidate]
  /// The likeliest without the evidence of other words.
  let likeliest: ScoredCandidate?
  /// Whether the word may be Windows-1252 that lost bytes.
  let mayHaveLost: Bool
  /// Whether what is before the word decides more about a candidate.
  let dependsOnText: Bool
  /// Whether the word is among those that prove a code page.
  var isCounted = false
  /// The candidate that the pages of the file choose, nil if none; the outer one is nil before they are known.
  var choice: ScoredCandidate??

  init(_ list: [ScoredCandidate], mayHaveLost: Bool) {
    self.list = list
    self.mayHaveLost = mayHaveLost
    dependsOnText = list.contains { $0.doubt == .foreignLetter || $0.candidate.units == 1 && $0.closesQuotation }
    likeliest = list.max { ($0.weight, $1.page) < ($1.weight, $0.page) }
  }
}

/// Caches the candidates of words: a damaged text has the same words again and again.
final class CandidateCache {
  private struct Key: Hashable {
    let text: ArraySlice<UInt8>
    let before: UInt32
    let after: UInt32

    static func == (left: Key, right: Key) -> Bool {
      left.before == right.before && left.after == right.after && left.text.count == right.text.count
        && left.text.elementsEqual(right.text)
    }

    func hash(into hasher: inout Hasher) {
      unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
      hasher.combine(before)
      hasher.combine(after)
    }
  }

  private var known: [Key: WordCandidates] = [:]
  private static let most = 1 << 15

  /// The candidates of a word with some bytes and neighbours.
  func candidates(
    of text: ArraySlice<UInt8>, after before: UInt32, before after: UInt32, _ find: () -> WordCandidates
  ) -> WordCandidates {
    let key = Key(text: text, before: before, after: after)
    if let candidates = known[key] { return candidates }
    let candidates = find()
    if known.count < Self.most { known[key] = candidates }
    return candidates
  }
}
