/// Finds and scores the candidates for a suspect, without the evidence of the rest of the file.
struct Scorer {
  let exact: ExactDecoder

  /// The most rounds of damage.
  private static let mostRounds = 4
  /// The gain that is enough for another round: text that was damaged once is often damaged twice.
  private static let nextRound = 6
  /// The gain and the rarity of characters with which Windows-1252 needs no comparison with other code pages.
  private static let certain = 45
  private static let rare: UInt8 = 6
  /// The least gain of a candidate, for files that prove its code page: a short word can look healthy when it is damaged.
  private static let least = -9
  /// The same of a candidate that only competes with others.
  private static let leastOfRivals = -60
  /// The cost of each character that a candidate leaves although some code page has it.
  private static let keptCost = 8
  /// The gain of a question mark inside a damaged sequence.
  private static let innerQuestion = 12

  init(codePages: CodePages) {
    exact = ExactDecoder(codePages: codePages)
  }

  /// The candidates of a suspect that lost no bytes, at most one for each code page, in the order of pages.
  func candidates(for suspect: Suspect) -> [ScoredCandidate] {
    let results = candidates(for: suspect, round: 1, least: Self.leastOfRivals)
    return results.contains { $0.gain >= Self.least } ? results : []
  }

  private func candidates(for suspect: Suspect, round: Int, least: Int) -> [ScoredCandidate] {
    let pages = possiblePages(of: suspect)
    guard pages != 0 else { return [] }
    // Computed on first use: most words have no candidate.
    var known: Int?
    var results: [ScoredCandidate] = []
    for page in CodePages.encodings.indices where pages & 1 << UInt32(page) != 0 {
      guard let candidate = exact.decode(suspect, page: page), candidate.leftovers == 0 else { continue }
      guard !(candidate.hasControls && candidate.hasPrintables) else { continue }
      let raw = known ?? badness(of: suspect.values[..<suspect.wordCount], in: suspect, end: suspect.wordCount)
      known = raw
      if let same = results.firstIndex(where: { $0.candidate.output == candidate.output }) {
        results[same].pages |= 1 << UInt32(page)
        continue
      }
      let scored = follow(candidate, of: suspect, raw: raw, round: round)
      guard scored.gain >= least else { continue }
      if isCertain(scored, of: suspect) {
        scored.pages |= pagesWithSameBytes(suspect.values[scored.changed], among: pages)
        return [scored]
      }
      results.append(scored)
    }
    return results
  }

  /// Whether a word goes on in small letters after Ã and a no-break space, which is à: no word has that.
  private static func isTornGrave(_ damaged: ArraySlice<UInt32>, before next: UInt32?) -> Bool {
    damaged.elementsEqual([0xC3, 0xA0]) && next.map { (0x61...0x7A).contains($0) } ?? false
  }

  private static let grave = 16

  /// Whether no other code page needs to be tried: Windows-1252 is by far the commonest, and gives what other pages do not.
  private func isCertain(_ scored: ScoredCandidate, of suspect: Suspect) -> Bool {
    guard scored.page == CodePages.windows1252, scored.gain >= Self.certain, scored.candidate.isWhole,
      scored.doubt == nil,
      !scored.isAmbiguous, scored.replacement.allSatisfy({ CharacterTraits.of($0).rarity < Self.rare })
    else { return false }
    // Central European code pages have these letters at other places.
    return !suspect.values[scored.changed].contains { $0 == 0x160 || $0 == 0x161 || $0 == 0x17D || $0 == 0x17E }
  }

  /// The pages that have the same bytes as Windows-1252 for some characters.
  private func pagesWithSameBytes(_ values: ArraySlice<UInt32>, among pages: UInt32) -> UInt32 {
    var same = pages
    for value in values where value >= 0x80 {
      let row = exact.codePages.row(of: value) * CodePages.encodings.count
      for page in CodePages.encodings.indices where exact.codePages.bytes[row + page] != exact.codePages.bytes[row] {
        same &= ~(1 << UInt32(page))
      }
    }
    return same
  }

  /// Whether a word may be Windows-1252 that lost bytes: a first byte is before a continuation or what replaces one.
  func mayHaveLost(_ suspect: Suspect) -> Bool {
    let bit: UInt32 = 1 << UInt32(CodePages.windows1252)
    var isLead = false
    for value in suspect.values {
      let role = value < 0x80 ? 0 : exact.codePages.roles(of: value)
      if isLead, value == 0xFFFD || value == 0x3F || role & bit != 0 { return true }
      isLead = role >> 16 & bit != 0
    }
    // A question mark ends the word, but can replace its last byte.
    return isLead && suspect.after == 0x3F
  }

  /// A candidate that lost bytes, with its score; nil if it is no better than the text.
  func score(_ candidate: Candidate, of suspect: Suspect) -> ScoredCandidate? {
    guard !(candidate.hasControls && candidate.hasPrintables) else { return nil }
    let raw = badness(of: suspect.values[..<candidate.consumed], in: suspect, end: candidate.consumed)
    let scored = follow(candidate, of: suspect, raw: raw, round: 1)
    if let changed = candidate.changed, suspect.values[changed].dropLast().contains(0x3F) {
      scored.gain += Self.innerQuestion
    }
    return scored.gain > 0 ? scored : nil
  }

  /// Scores a candidate, and decodes again if its output is damaged too.
  private func follow(_ candidate: Candidate, of suspect: Suspect, raw: Int, round: Int) -> ScoredCandidate {
    let cost = badness(of: candidate.likeliestOutput[...], in: suspect, end: candidate.consumed)
    let ambiguous = candidate.leftovers > 0 || !candidate.alternatives.isEmpty
    let bonus = SymbolBonus.gain(of: candidate.replacement)
    let alternatives = candidate.alternatives
    let damaged = suspect.values[candidate.changed ?? 0..<0]
    let result = ScoredCandidate(
      candidate: candidate, replacement: Array(candidate.replacement), rounds: round, isLossy: candidate.isLossy,
      alternatives: ambiguous && alternatives.isEmpty ? [Array(candidate.replacement)] : alternatives,
      isAmbiguous: ambiguous,
      gain: raw - cost + bonus - Self.keptCost * candidate.kept
        + (Self.isTornGrave(damaged, before: candidate.output[candidate.outputEnd...].first) ? Self.grave : 0),
      rarity: Fluency.cost(of: candidate), pages: 1 << UInt32(candidate.page),
      doubt: Plausibility(of: candidate, from: damaged).doubt,
      closesQuotation: zip(damaged, damaged.dropFirst()).contains { letter, mark in
        let kind = CharacterTraits.of(mark).kind
        return CharacterTraits.of(letter).kind.isLetter && (kind == .quote || kind == .closing || kind == .apostrophe)
      })
    if !suspect.offsets.isEmpty {
      let start = suspect.offsets[0]
      result.range =
        (suspect.offsets[result.changed.lowerBound] - start)..<(suspect.offsets[result.changed.upperBound] - start)
    }
    guard !ambiguous, round < Self.mostRounds else { return result }
    let inner = Suspect(
      values: candidate.output, offsets: [], wordCount: candidate.output.count, before: suspect.before,
      after: suspect.following(candidate.consumed))
    let next = candidates(for: inner, round: round + 1, least: 1)
    guard let best = CodePages.likeliest(of: next, besides: candidate.page) else { return result }
    // All or nothing: what may be damaged once more, but cannot be repaired with certainty, is not repaired half.
    guard best.gain >= Self.nextRound, !best.isAmbiguous, best.doubt != .impossible else {
      return result.disputed(by: best)
    }
    return result.followed(by: best, gain: raw - cost + best.gain)
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
      pages |= leads & role
      leads = role >> 16
    }
    return pages
  }
}
