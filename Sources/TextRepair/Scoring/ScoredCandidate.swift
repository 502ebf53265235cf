/// The best candidate for a suspect over all code pages and rounds, with its score.
struct ScoredCandidate {
  /// The candidate of the outermost round.
  let candidate: Candidate
  /// The original of the changed characters after all rounds.
  var replacement: [UInt32]
  var rounds: Int
  /// Whether some round guessed lost bytes from the repertoire.
  var isLossy: Bool
  /// Other originals of the changed characters, if one is as good or part of the word could not be decoded.
  var alternatives: [[UInt32]]
  var isAmbiguous: Bool
  /// How much less the badness is after the repair than before it, in tenths of a point.
  var gain: Int
  /// Whether it is one letter that healthy characters can make by chance, unless the file proves the code page.
  let mayBeChance: Bool
  /// The bytes of the changed characters; nil for an inner round.
  var range: Range<Int>?

  /// The characters of the suspect that change.
  var changed: Range<Int> { candidate.changed ?? 0..<0 }

  /// The same, made ambiguous because it is only part of the damage.
  func disputed() -> ScoredCandidate {
    var result = self
    result.isAmbiguous = true
    result.alternatives = result.alternatives.isEmpty ? [replacement] : result.alternatives
    return result
  }

  /// The same, made ambiguous because another one is as good.
  func disputed(by runnerUp: ScoredCandidate) -> ScoredCandidate {
    var result = self
    result.isAmbiguous = true
    // Two candidates can change different parts of a word; the alternatives are those of this one's part.
    let same = runnerUp.changed == changed
    result.alternatives = [replacement] + (same ? [runnerUp.replacement] : [])
    return result
  }

  /// The same after another round, with the gain of both rounds.
  ///
  /// A round that changes more than the first one is ignored: healthy neighbours are not damaged.
  func followed(by next: ScoredCandidate, gain: Int) -> ScoredCandidate {
    guard next.changed.lowerBound >= candidate.outputStart, next.changed.upperBound <= candidate.outputEnd else {
      return self
    }
    let head = Array(candidate.output[candidate.outputStart..<next.changed.lowerBound])
    let tail = Array(candidate.output[next.changed.upperBound..<candidate.outputEnd])
    var result = self
    result.replacement = head + next.replacement + tail
    result.rounds = next.rounds
    result.isLossy = isLossy || next.isLossy
    result.isAmbiguous = next.isAmbiguous
    result.alternatives = next.alternatives.map { head + $0 + tail }
    result.gain = gain
    return result
  }
}
