/// Decides whether a word is damaged text, and which.
struct Assessor {
  let exact: ExactReader
  /// The code pages, as bits, that other places of the same file prove.
  var provenPages: UInt32 = 0
  /// Adds to a passage what stands behind its word.
  let extend: (inout Passage) -> Void

  /// How often damaged text may have been damaged again.
  private static let mostRounds = 4
  /// Two readings whose gains differ by no more are equally good.
  private static let tie = 3
  /// How much more than Windows-1252 the other code pages must gain.
  private static let rarePage = 8
  /// What being proven elsewhere is worth.
  private static let provenGain = 15

  init(codePages: CodePages, extend: @escaping (inout Passage) -> Void = { _ in }) {
    exact = ExactReader(codePages: codePages)
    self.extend = extend
  }

  /// The best reading of a passage, nil when none is more natural than the text as it stands.
  func assess(_ passage: Passage) -> Assessment? {
    assess(passage, round: 1)
  }

  private func assess(_ passage: Passage, round: Int) -> Assessment? {
    let pages = possiblePages(of: passage)
    guard pages != 0 else { return nil }
    let raw = unnaturalness(of: passage.values[..<passage.wordCount], in: passage, end: passage.wordCount)
    var best: Assessment?
    var rival: Assessment?
    for page in CodePages.encodings.indices where pages & 1 << UInt32(page) != 0 {
      guard let reading = exact.read(passage, page: page), reading.leftovers == 0 else { continue }
      guard !(reading.hasControls && reading.hasPrintables) else { continue }
      let assessment = follow(reading, of: passage, raw: raw, round: round)
      guard assessment.gain > 0 else { continue }
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

  private func assessLossy(_ passage: Passage, round: Int) -> Assessment? {
    var passage = passage
    if round == 1 { extend(&passage) }
    guard let reading = LossyReader(exact: exact).read(passage) else { return nil }
    guard !(reading.hasControls && reading.hasPrintables) else { return nil }
    let raw = unnaturalness(of: passage.values[..<reading.consumed], in: passage, end: reading.consumed)
    var assessment = follow(reading, of: passage, raw: raw, round: round)
    assessment.range = reading.changed.map {
      passage.offsets.isEmpty ? $0 : passage.offsets[$0.lowerBound]..<passage.offsets[$0.upperBound]
    }
    return assessment.gain > 0 ? assessment : nil
  }

  /// Reads on while what was read is damaged itself.
  private func follow(_ reading: Reading, of passage: Passage, raw: Int, round: Int) -> Assessment {
    let cost = unnaturalness(of: reading.output[...], in: passage, end: reading.consumed)
    let ambiguous = reading.leftovers > 0 || !reading.alternatives.isEmpty
    let bonus =
      Restoration.gain(of: reading.replacement) + (provenPages & 1 << UInt32(reading.page) == 0 ? 0 : Self.provenGain)
    var result = Assessment(
      reading: reading, replacement: Array(reading.replacement), rounds: round, isLossy: reading.isLossy,
      candidates: ambiguous ? [Array(reading.replacement)] + reading.alternatives : [], isAmbiguous: ambiguous,
      gain: raw - cost + bonus)
    if let changed = reading.changed, !passage.offsets.isEmpty {
      result.range = passage.offsets[changed.lowerBound]..<passage.offsets[changed.upperBound]
    }
    guard !ambiguous, round < Self.mostRounds else { return result }
    let inner = Passage(
      values: reading.output, offsets: [], wordCount: reading.output.count, before: passage.before,
      after: passage.following(reading.consumed))
    guard let next = assess(inner, round: round + 1), raw - cost + next.gain > result.gain else { return result }
    return result.followed(by: next)
  }

  /// What speaks for a code page before anything is read.
  private func prior(of page: Int) -> Int {
    if provenPages & 1 << UInt32(page) != 0 { return Self.provenGain }
    return page == CodePages.windows1252 ? 0 : -Self.rarePage
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
    return pages
  }
}
