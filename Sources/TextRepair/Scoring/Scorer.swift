/// Finds the best candidate for a suspect.
struct Scorer {
  let exact: ExactDecoder
  private let lossy: LossyCandidateCache
  /// The code pages that the rest of the file proves, as bits.
  var provenPages: UInt32 = 0
  /// The evidence in the rest of the file for which bytes were lost.
  var lossEvidence = LossEvidence.none
  /// Adds the characters after the word to a suspect.
  let extend: (inout Suspect) -> Void

  /// The most rounds of damage.
  private static let mostRounds = 4
  /// The largest difference in gain between equally good candidates.
  private static let tie = 2
  /// How much more the other code pages must gain than Windows-1252.
  private static let rarePage = 4
  private static let rarestPage = 5
  /// The gain that is enough for another round: text that was damaged once is often damaged twice.
  private static let nextRound = 8
  /// The gain with which Windows-1252 needs no comparison with other code pages.
  private static let certain = 45
  /// The cost of each character that a candidate leaves although some code page has it.
  private static let keptCost = 8
  /// The gain of a question mark inside a damaged sequence.
  private static let innerQuestion = 12
  /// The gain of a code page that the file proves.
  private static let provenGain = 15

  init(codePages: CodePages, extend: @escaping (inout Suspect) -> Void = { _ in }) {
    exact = ExactDecoder(codePages: codePages)
    lossy = LossyCandidateCache(exact: exact)
    self.extend = extend
  }

  /// The best candidate for a suspect; nil if none is better than the text as it is.
  func score(_ suspect: Suspect) -> ScoredCandidate? {
    score(suspect, round: 1)
  }

  private func score(_ suspect: Suspect, round: Int) -> ScoredCandidate? {
    let pages = possiblePages(of: suspect)
    guard pages != 0 else { return nil }
    // Computed on first use: most words have no candidate.
    var known: Int?
    var best: ScoredCandidate?
    var runnerUp: ScoredCandidate?
    for page in CodePages.encodings.indices where pages & 1 << UInt32(page) != 0 {
      guard let candidate = exact.decode(suspect, page: page), candidate.leftovers == 0 else { continue }
      guard !(candidate.hasControls && candidate.hasPrintables), isSupported(candidate, of: suspect) else { continue }
      let raw = known ?? badness(of: suspect.values[..<suspect.wordCount], in: suspect, end: suspect.wordCount)
      known = raw
      let scored = follow(candidate, of: suspect, raw: raw, round: round)
      guard scored.gain > 0 else { continue }
      // Windows-1252 is by far the commonest: with this gain, no other page is tried.
      if page == CodePages.windows1252, scored.gain >= Self.certain, candidate.isWhole,
        scored.gain >= raw - raw / 8
      {
        return scored
      }
      if let current = best, scored.gain <= current.gain {
        if scored.gain > runnerUp?.gain ?? 0, scored.replacement != current.replacement { runnerUp = scored }
      } else {
        if best?.replacement != scored.replacement { runnerUp = best }
        best = scored
      }
    }
    if best == nil, pages & 1 << UInt32(CodePages.windows1252) != 0 {
      return scoreLossy(suspect, round: round)
    }
    if let found = best, let runnerUp, found.gain - runnerUp.gain <= Self.tie { return found.disputed(by: runnerUp) }
    return best
  }

  /// Whether a candidate can be scored at all.
  ///
  /// Cyrillic in code page 850, without a character that Latin-1 lacks, can also be the rest of emoji: ð and one more sign each.
  private func isSupported(_ candidate: Candidate, of suspect: Suspect) -> Bool {
    guard candidate.page == CodePages.codePage850, provenPages & 1 << UInt32(candidate.page) == 0,
      let changed = candidate.changed, suspect.values[changed].first == 0xF0
    else { return true }
    return !suspect.values[changed].allSatisfy { $0 <= 0xFF }
  }

  private func scoreLossy(_ suspect: Suspect, round: Int) -> ScoredCandidate? {
    var suspect = suspect
    if round == 1 { extend(&suspect) }
    guard let candidate = lossy.decode(suspect, evidence: lossEvidence) else { return nil }
    guard !(candidate.hasControls && candidate.hasPrintables) else { return nil }
    let raw = badness(of: suspect.values[..<candidate.consumed], in: suspect, end: candidate.consumed)
    var scored = follow(candidate, of: suspect, raw: raw, round: round)
    if let changed = candidate.changed, suspect.values[changed].dropLast().contains(0x3F) {
      scored.gain += Self.innerQuestion
    }
    return scored.gain > 0 ? scored : nil
  }

  /// Scores a candidate, and decodes again if its output is damaged too.
  private func follow(_ candidate: Candidate, of suspect: Suspect, raw: Int, round: Int) -> ScoredCandidate {
    let cost = badness(of: candidate.likeliestOutput[...], in: suspect, end: candidate.consumed)
    let ambiguous = candidate.leftovers > 0 || !candidate.alternatives.isEmpty
    let bonus = SymbolBonus.gain(of: candidate.replacement) + prior(of: candidate.page)
    let alternatives = candidate.alternatives
    var result = ScoredCandidate(
      candidate: candidate, replacement: Array(candidate.replacement), rounds: round, isLossy: candidate.isLossy,
      alternatives: ambiguous && alternatives.isEmpty ? [Array(candidate.replacement)] : alternatives,
      isAmbiguous: ambiguous, gain: raw - cost + bonus - Self.keptCost * candidate.kept,
      mayBeChance: mayBeChance(candidate))
    if !suspect.offsets.isEmpty {
      result.range = suspect.offsets[result.changed.lowerBound]..<suspect.offsets[result.changed.upperBound]
    }
    guard !ambiguous, round < Self.mostRounds else { return result }
    let inner = Suspect(
      values: candidate.output, offsets: [], wordCount: candidate.output.count, before: suspect.before,
      after: suspect.following(candidate.consumed))
    guard let next = score(inner, round: round + 1), next.gain >= Self.nextRound else { return result }
    return result.followed(by: next, gain: raw - cost + prior(of: candidate.page) + next.gain)
  }

  /// Whether a candidate gives one letter that a capital and a sign can make by chance, as in Ñ™ and CAFÉ™.
  ///
  /// That is a letter between signs which is not a word, unless the file proves the code page, or a small letter after two capitals.
  /// Letters of Latin-1 are too common in damage.
  private func mayBeChance(_ candidate: Candidate) -> Bool {
    guard candidate.units == 1, let letter = candidate.replacement.last, letter >= 0x100 else { return false }
    let kind = CharacterTraits.of(letter).kind
    let before = candidate.output[..<candidate.outputStart].suffix(2).map { CharacterTraits.of($0).kind }
    let after = candidate.output[candidate.outputEnd...].first.map { CharacterTraits.of($0).kind }
    if !(before.last?.isLetter ?? false), !(after?.isLetter ?? false) {
      let isProven = provenPages & 1 << UInt32(candidate.page) != 0
      return kind.isLetter && !isProven && !Self.oneLetterWords.contains(letter)
    }
    return kind == .lower && before.count == 2 && before.allSatisfy(\.isCapital)
  }

  private static let oneLetterWords = Set("авикосуяйєіїАВИКОСУЯЙЄІЇοόηήωώΟΌΗΉΩΏőŐ".unicodeScalars.map(\.value))

  /// The gain or cost of a code page by itself.
  private func prior(of page: Int) -> Int {
    if provenPages & 1 << UInt32(page) != 0 { return Self.provenGain }
    return page == CodePages.windows1252 ? 0 : page == CodePages.latin2 ? -Self.rarestPage : -Self.rarePage
  }

  private func badness(of values: ArraySlice<UInt32>, in suspect: Suspect, end: Int) -> Int {
    Badness.of(values, after: suspect.before, before: suspect.following(end))
  }

  /// The code pages in which a character starts a sequence and the next one continues it, as bits.
  private func possiblePages(of suspect: Suspect) -> UInt32 {
    var pages: UInt32 = 0
    var leads: UInt32 = 0
    for value in suspect.values {
      let role = value < 0x80 ? 0 : exact.codePages.roles[exact.codePages.row(of: value)]
      if value == 0xFFFD || value == 0x3F {
        pages |= leads & 1 << UInt32(CodePages.windows1252)
      }
      pages |= leads & role
      leads = role >> 16
    }
    // A question mark ends the word, but can replace its last byte.
    if suspect.after == 0x3F { pages |= leads & 1 << UInt32(CodePages.windows1252) }
    return pages
  }
}
