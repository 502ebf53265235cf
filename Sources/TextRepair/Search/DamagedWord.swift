import Source

/// A word of a file that may be damaged, with its candidates.
struct DamagedWord {
  /// The bytes of the word, and of what follows it as far as a candidate changes it.
  let range: SourceRange
  let bounds: SuspectSearch.Bounds
  let candidates: WordCandidates
  /// Whether the text is about mojibake.
  var isMentioned = false

  /// The bytes that a candidate changes.
  func range(of candidate: ScoredCandidate) -> SourceRange {
    let changed = candidate.range ?? 0..<0
    return SourceRange(range.lowerBound + changed.lowerBound, range.lowerBound + changed.upperBound)
  }
}
