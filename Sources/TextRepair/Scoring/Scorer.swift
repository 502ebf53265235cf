/// Decides whether a word is damaged text, and which.
struct Assessor {
  let exact: ExactReader
  private let lossy: LossyReadings
  /// The code pages, as bits, that other places of the same file prove.
  var provenPages: UInt32 = 0
  /// What other places of the same file show of how many bytes were lost.
  var lossEvidence = LossEvidence.none
  /// Adds to a passage what stands behind its word.
  let extend: (inout Passage) -> Void

  /// How often damaged text may have been damaged again.
  private static let mostRounds = 4
  /// Two readings whose gains differ by no more are equally good.
  private static let tie = 2
  /// How much more than Windows-1252 the other code pages must gain.
  private static let rarePage = 4
  private static let rarestPage = 5
  /// The gain that is enough to read on: what was damaged once may well have been damaged twice.
  private static let nextRound = 8
  private static let certain = 45
  /// What speaks against a reading for each character that it could have read and left as it is.
  private static let keptCost = 8
  /// What a question mark between two characters of a damaged sequence is worth.
  private static let innerQuestion = 12
  /// What being proven elsewhere is worth.
  private static let provenGain = 15

  init(codePages: CodePages, extend: @escaping (inout Passage) -> Void = { _ in }) {
    exact = ExactReader(codePages: codePages)
    lossy = LossyReadings(exact: exact)
    self.extend = extend
  }

  /// The best reading of a passage, nil when none is more natural than the text as it stands.
  func assess(_ passage: Passage) -> Assessment? {
    assess(passage, round: 1)
  }

  private func assess(_ passage: Passage, round: Int) -> Assessment? {
    let pages = possiblePages(of: passage)
    guard pages != 0 else { return nil }
    // Most words have no reading, and then how natural they are does not matter.
    var known: Int?
    var best: Assessment?
    var rival: Assessment?
    for page in CodePages.encodings.indices where pages & 1 << UInt32(page) != 0 {
      guard let reading = exact.read(passage, page: page), reading.leftovers == 0 else { continue }
      guard !(reading.hasControls && reading.hasPrintables), isSupported(reading, of: passage) else { continue }
      let raw = known ?? unnaturalness(of: passage.values[..<passage.wordCount], in: passage, end: passage.wordCount)
      known = raw
      let assessment = follow(reading, of: passage, raw: raw, round: round)
      guard assessment.gain > 0 else { continue }
      // Windows-1252 is by far the commonest; with this much behind it, no other page has to be tried.
      if page == CodePages.windows1252, assessment.gain >= Self.certain, reading.isWhole,
        assessment.gain >= raw - raw / 8
      {
        return assessment
      }
      if let current = best, assessment.gain <= current.gain {
        if assessment.gain > rival?.gain ?? 0, assessment.replacement != current.replacement { rival = assessment }
      } else {
        if best?.replacement != assessment.replacement { rival = best }
        best = assessment
      }
    }
    if best == nil, pages & 1 << UInt32(CodePages.windows1252) != 0 {
      return assessLossy(passage, round: round)
    }
    if let found = best, let rival, found.gain - rival.gain <= Self.tie { return found.disputed(by: rival) }
    return best
  }

  /// Whether a reading may be judged at all: Cyrillic in code page 850 without a character that Latin-1 lacks may as well be what is
  /// left of emoji, ð and one more sign each.
  private func isSupported(_ reading: Reading, of passage: Passage) -> Bool {
    guard reading.page == CodePages.codePage850, provenPages & 1 << UInt32(reading.page) == 0,
      let changed = reading.changed, passage.values[changed].first == 0xF0
    else { return true }
    return !passage.values[changed].allSatisfy { $0 <= 0xFF }
  }

  private func assessLossy(_ passage: Passage, round: Int) -> Assessment? {
    var passage = passage
    if round == 1 { extend(&passage) }
    guard let reading = lossy.read(passage, evidence: lossEvidence) else { return nil }
    guard !(reading.hasControls && reading.hasPrintables) else { return nil }
    let raw = unnaturalness(of: passage.values[..<reading.consumed], in: passage, end: reading.consumed)
    var assessment = follow(reading, of: passage, raw: raw, round: round)
    if let changed = reading.changed, passage.values[changed].dropLast().contains(0x3F) {
      assessment.gain += Self.innerQuestion
    }
    return assessment.gain > 0 ? assessment : nil
  }

  /// Reads on while what was read is damaged itself.
  private func follow(_ reading: Reading, of passage: Passage, raw: Int, round: Int) -> Assessment {
    let cost = unnaturalness(of: reading.likeliestOutput[...], in: passage, end: reading.consumed)
    let ambiguous = reading.leftovers > 0 || !reading.candidates.isEmpty
    let changed = reading.changed ?? 0..<0
    let bonus = Restoration.gain(of: reading.replacement) + prior(of: reading.page)
    var result = Assessment(
      page: reading.page, encoding: reading.encoding, units: reading.units, changed: changed,
      replacement: Array(reading.replacement), rounds: round, isLossy: reading.isLossy,
      candidates: ambiguous && reading.candidates.isEmpty ? [Array(reading.replacement)] : reading.candidates,
      isAmbiguous: ambiguous, gain: raw - cost + bonus - Self.keptCost * reading.kept,
      hasControls: reading.hasControls, hasPrintables: reading.hasPrintables,
      suggestsBroadLoss: reading.suggestsBroadLoss, mayBeChance: mayBeChance(reading))
    if !passage.offsets.isEmpty {
      result.range = passage.offsets[changed.lowerBound]..<passage.offsets[changed.upperBound]
    }
    guard !ambiguous, round < Self.mostRounds else { return result }
    let inner = Passage(
      values: reading.output, offsets: [], wordCount: reading.output.count, before: passage.before,
      after: passage.following(reading.consumed))
    guard let next = assess(inner, round: round + 1), next.gain >= Self.nextRound else { return result }
    return result.followed(by: next, reading: reading, gain: raw - cost + prior(of: reading.page) + next.gain)
  }

  /// Whether a reading gives one letter that a capital and a sign may make by chance, as in Ñ™ and CAFÉ™: one that stands alone and is
  /// no word, unless the file proves the code page, or a small one behind two capitals. The letters of Latin-1 are too common in damage
  /// for that.
  private func mayBeChance(_ reading: Reading) -> Bool {
    guard reading.units == 1, let letter = reading.replacement.last, letter >= 0x100 else { return false }
    let kind = CharacterTraits.of(letter).kind
    let before = reading.output[..<reading.outputStart].suffix(2).map { CharacterTraits.of($0).kind }
    let after = reading.output[reading.outputEnd...].first.map { CharacterTraits.of($0).kind }
    if !(before.last?.isLetter ?? false), !(after?.isLetter ?? false) {
      let isProven = provenPages & 1 << UInt32(reading.page) != 0
      return kind.isLetter && !isProven && !Self.oneLetterWords.contains(letter)
    }
    return kind == .lower && before.count == 2 && before.allSatisfy(\.isCapital)
  }

  private static let oneLetterWords = Set("авикосуяйєіїАВИКОСУЯЙЄІЇοόηήωώΟΌΗΉΩΏőŐ".unicodeScalars.map(\.value))

  /// What speaks for a code page before anything is read.
  private func prior(of page: Int) -> Int {
    if provenPages & 1 << UInt32(page) != 0 { return Self.provenGain }
    return page == CodePages.windows1252 ? 0 : page == CodePages.latin2 ? -Self.rarestPage : -Self.rarePage
  }

  private func unnaturalness(of values: ArraySlice<UInt32>, in passage: Passage, end: Int) -> Int {
    Unnaturalness.of(values, after: passage.before, before: passage.following(end))
  }

  /// The code pages in which some character starts a sequence and the next one continues it, as bits.
  private func possiblePages(of passage: Passage) -> UInt32 {
    var pages: UInt32 = 0
    var leads: UInt32 = 0
    for value in passage.values {
      let role = value < 0x80 ? 0 : exact.codePages.roles[exact.codePages.row(of: value)]
      if value == 0xFFFD || value == 0x3F {
        pages |= leads & 1 << UInt32(CodePages.windows1252)
      }
      pages |= leads & role
      leads = role >> 16
    }
    // A question mark ends the word, and may yet be what is left of its last byte.
    if passage.after == 0x3F { pages |= leads & 1 << UInt32(CodePages.windows1252) }
    return pages
  }
}
