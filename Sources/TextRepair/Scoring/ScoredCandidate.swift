import Source

/// A candidate for a suspect over all rounds, with its score; a class because thousands of words share it.
final class ScoredCandidate {
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
  /// How rare the letters of the replacement are beside their neighbours.
  var rarity: Int
  /// All code pages that give the same, as bits.
  var pages: UInt32
  /// The reason to doubt the replacement, whatever its gain.
  var doubt: Plausibility.Doubt?
  /// Whether the damage has a letter and then a quotation mark, as the end of a quotation has.
  let closesQuotation: Bool
  /// The bytes of the changed characters from the start of the suspect; nil for an inner round.
  var range: Range<Int>?

  /// The original as text.
  private(set) lazy var text = string(of: replacement)

  private var damaged: String?

  /// The text that changes, which is the same in all places.
  func damagedText(in bytes: [UInt8], at range: SourceRange) -> String {
    if let damaged { return damaged }
    let text = String(decoding: bytes[range.range], as: UTF8.self)
    damaged = text
    return text
  }

  /// Whether the original may be elsewhere in the file; nil before that is known.
  var mayBeRepeated: Bool?

  init(
    candidate: Candidate, replacement: [UInt32], rounds: Int, isLossy: Bool, alternatives: [[UInt32]],
    isAmbiguous: Bool,
    gain: Int, rarity: Int, pages: UInt32, doubt: Plausibility.Doubt?, closesQuotation: Bool, range: Range<Int>? = nil
  ) {
    self.candidate = candidate
    self.replacement = replacement
    self.rounds = rounds
    self.isLossy = isLossy
    self.alternatives = alternatives
    self.isAmbiguous = isAmbiguous
    self.gain = gain
    self.rarity = rarity
    self.pages = pages
    self.doubt = doubt
    self.closesQuotation = closesQuotation
    self.range = range
  }

  func copy() -> ScoredCandidate {
    ScoredCandidate(
      candidate: candidate, replacement: replacement, rounds: rounds, isLossy: isLossy, alternatives: alternatives,
      isAmbiguous: isAmbiguous, gain: gain, rarity: rarity, pages: pages, doubt: doubt,
      closesQuotation: closesQuotation, range: range)
  }

  /// The characters of the suspect that change.
  var changed: Range<Int> { candidate.changed ?? 0..<0 }

  /// The code page of the outermost round, the likeliest if several give the same.
  var page: Int { candidate.page }

  /// Whether a code page gives this.
  func isRead(by page: Int) -> Bool { pages & 1 << UInt32(page) != 0 }

  /// The gain for the comparison with candidates of other code pages.
  var weight: Int { gain - rarity + CodePages.priors[page] }

  /// The same, made ambiguous because it is only part of the damage.
  func disputed() -> ScoredCandidate {
    let result = copy()
    result.isAmbiguous = true
    result.alternatives = result.alternatives.isEmpty ? [replacement] : result.alternatives
    return result
  }

  /// The same, made ambiguous because another one is as good.
  func disputed(by runnerUp: ScoredCandidate) -> ScoredCandidate {
    let result = copy()
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
    let result = copy()
    result.replacement = head + next.replacement + tail
    result.rounds = next.rounds
    result.isLossy = isLossy || next.isLossy
    result.isAmbiguous = next.isAmbiguous
    result.alternatives = next.alternatives.map { head + $0 + tail }
    result.gain = gain
    result.doubt = next.doubt
    result.rarity = next.rarity
    return result
  }
}

extension CodePages {
  /// The likeliest candidate for another round; damage is mostly repeated with the same code page.
  static func likeliest(of candidates: [ScoredCandidate], besides page: Int) -> ScoredCandidate? {
    candidates.max { left, right in
      let (first, second) = (
        left.page == page ? left.gain - left.rarity : left.weight,
        right.page == page ? right.gain - right.rarity : right.weight
      )
      return first < second
    }
  }
}
