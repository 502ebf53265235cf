/// Decides whether a word is damaged text, and which.
struct Assessor {
  private let exact: ExactReader

  /// How often damaged text may have been damaged again.
  private static let mostRounds = 4

  init(codePages: CodePages) {
    exact = ExactReader(codePages: codePages)
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
    for page in CodePages.encodings.indices where pages & 1 << UInt32(page) != 0 {
      guard let reading = exact.read(passage, page: page), reading.leftovers == 0 else { continue }
      guard !(reading.hasControls && reading.hasPrintables) else { continue }
      let assessment = follow(reading, of: passage, raw: raw, round: round)
      if assessment.gain > best?.gain ?? 0 { best = assessment }
    }
    if best == nil, pages & 1 << UInt32(CodePages.windows1252) != 0 {
      best = assessLossy(passage, round: round)
    }
    return best
  }

  private func assessLossy(_ passage: Passage, round: Int) -> Assessment? {
    guard let reading = LossyReader(exact: exact).read(passage) else { return nil }
    guard !(reading.hasControls && reading.hasPrintables) else { return nil }
    let raw = unnaturalness(of: passage.values[..<reading.consumed], in: passage, end: reading.consumed)
    let assessment = follow(reading, of: passage, raw: raw, round: round)
    return assessment.gain > 0 ? assessment : nil
  }

  /// Reads on while what was read is damaged itself.
  private func follow(_ reading: Reading, of passage: Passage, raw: Int, round: Int) -> Assessment {
    let cost = unnaturalness(of: reading.output[...], in: passage, end: reading.consumed)
    let ambiguous = reading.leftovers > 0 || !reading.alternatives.isEmpty
    var result = Assessment(
      reading: reading, replacement: Array(reading.replacement), rounds: round, isLossy: reading.isLossy,
      isAmbiguous: ambiguous, candidates: ambiguous ? [Array(reading.replacement)] + reading.alternatives : [],
      gain: raw - cost)
    guard !ambiguous, round < Self.mostRounds else { return result }
    let inner = Passage(
      values: reading.output, offsets: [], wordCount: reading.output.count, before: passage.before,
      after: passage.following(reading.consumed))
    guard let next = assess(inner, round: round + 1), let changed = next.reading.changed,
      raw - cost + next.gain > result.gain
    else { return result }
    // The inner round may have changed less than the outer one, or more.
    let start = min(changed.lowerBound, reading.outputStart)
    let kept = Array(reading.output[start..<changed.lowerBound])
    let tail =
      changed.upperBound < reading.outputEnd ? Array(reading.output[changed.upperBound..<reading.outputEnd]) : []
    guard changed.lowerBound >= reading.outputStart, changed.upperBound <= reading.outputEnd else { return result }
    result = Assessment(
      reading: reading, replacement: kept + next.replacement + tail, rounds: next.rounds,
      isLossy: reading.isLossy || next.isLossy, isAmbiguous: next.isAmbiguous,
      candidates: next.candidates.map { kept + $0 + tail }, gain: result.gain + next.gain)
    return result
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
