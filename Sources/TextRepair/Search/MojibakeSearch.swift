import Source

/// Finds the mojibake in one file.
struct MojibakeSearch {
  let bytes: [UInt8]
  let regions: RegionIndex
  let options: RepairOptions

  /// A word and its best candidate.
  private struct Finding {
    /// The bytes of the word.
    let word: SourceRange
    /// The word itself, if its score can change with the evidence of the whole file.
    let suspect: Suspect?
    var scored: ScoredCandidate
    /// Whether the text is about mojibake; nil before that is checked.
    var isMentioned: Bool?
  }

  /// The gain that proves mojibake by itself, in tenths of a point.
  private static let strong = 20
  /// The same for other code pages than Windows-1252: their gain is already reduced because they are rare.
  private static let strongElsewhere = 16
  private static let strongWithLoss = 28
  /// The gain that is enough if the file proves the code page.
  private static let weak = 6
  /// The sum of gains in prose that proves a code page for the whole file.
  private static let proof = 50

  /// The mojibake in the file, in order.
  func repairs() -> [Mojibake] {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard unsafe firstNonASCII(in: buffer, from: 0) < buffer.count else { return [] }
      let codePages = CodePages.shared
      let scan = SuspectSearch(codePages: codePages)
      var scorer = Scorer(codePages: codePages) { unsafe scan.extend(&$0, in: buffer) }
      var findings = unsafe findings(in: buffer, scan: scan, scorer: scorer)
      var mentions = MentionSearch(bytes: bytes)
      // Examples of mojibake prove nothing about the rest of the text.
      for index in findings.indices where isEvidence(findings[index]) {
        findings[index].isMentioned = isMentioned(findings[index], in: &mentions)
      }
      let proven = provenPages(of: findings)
      let evidence = lossEvidence(of: findings)
      if proven != 0 || evidence != .none {
        scorer.provenPages = proven
        scorer.lossEvidence = evidence
        for index in findings.indices {
          guard let suspect = findings[index].suspect, let again = scorer.score(suspect) else { continue }
          let isTorn = isTorn(before: again.range?.lowerBound ?? 0, of: again)
          findings[index].scored = isTorn ? again.disputed() : again
          findings[index].isMentioned = nil
        }
      }
      return findings.compactMap { repair(for: $0, proven: proven, mentions: &mentions) }
    }
  }

  private func findings(in buffer: UnsafeBufferPointer<UInt8>, scan: SuspectSearch, scorer: Scorer) -> [Finding] {
    var scan = scan
    let quotations = QuotationSearch(bytes: bytes)
    var findings: [Finding] = []
    while let suspect = unsafe scan.next(in: buffer) {
      guard let found = scorer.score(suspect), let range = found.range, found.gain >= Self.weak,
        !(found.candidate.units == 1 && quotations.isQuotation(range))
      else { continue }
      let scored = isTorn(before: range.lowerBound, of: found) ? found.disputed() : found
      scan.skip(to: range.upperBound)
      let isSettled = isStrong(scored) && !scored.isAmbiguous && !scored.isLossy
      let word = SourceRange(suspect.offsets[0], max(range.upperBound, suspect.offsets[suspect.wordCount]))
      findings.append(Finding(word: word, suspect: isSettled ? nil : suspect, scored: scored))
    }
    return findings
  }

  /// Whether the word continues a character that lost its last byte to a space, and so is only half a word.
  private func isTorn(before start: Int, of scored: ScoredCandidate) -> Bool {
    guard scored.candidate.page == CodePages.windows1252, start > 1, bytes[start - 1] == 0x20 else { return false }
    let tail = String(decoding: bytes[max(0, start - 13)..<(start - 1)], as: UTF8.self).unicodeScalars.suffix(3)
    let read = tail.map { CodePages.shared.byte(of: $0.value, page: CodePages.windows1252) }
    guard let last = read.last else { return false }
    if last >= 0xC2 { return last < 0xE0 }
    guard last >= 0x80, read.count > 1 else { return false }
    let second = read[read.count - 2]
    if second >= 0xC2 { return second >= 0xE0 && second < 0xF0 }
    return second >= 0x80 && read.count > 2 && (0xF0...0xF4).contains(read[0])
  }

  private func isStrong(_ scored: ScoredCandidate) -> Bool {
    if scored.mayBeChance { return false }
    if scored.isLossy { return scored.gain >= Self.strongWithLoss }
    return scored.gain >= (scored.candidate.page == CodePages.windows1252 ? Self.strong : Self.strongElsewhere)
  }

  /// The code pages that strong findings in prose prove, as bits.
  private func provenPages(of findings: [Finding]) -> UInt32 {
    var gains = [Int](repeating: 0, count: CodePages.encodings.count)
    for finding in findings where isEvidence(finding) { gains[finding.scored.candidate.page] += finding.scored.gain }
    return gains.indices.reduce(0) { gains[$1] >= Self.proof ? $0 | 1 << UInt32($1) : $0 }
  }

  /// Whether strong findings in prose show Windows-1252 characters where ISO 8859-1 has controls, and none shows such a control.
  private func provesWindows1252(_ findings: [Finding]) -> Bool {
    guard !findings.contains(where: \.scored.candidate.hasControls) else { return false }
    return findings.lazy.filter { $0.scored.candidate.hasPrintables && isEvidence($0) }.map(\.scored.gain).reduce(0, +)
      >= Self.proof
  }

  /// The evidence of all findings for which bytes were lost.
  private func lossEvidence(of findings: [Finding]) -> LossEvidence {
    guard findings.contains(where: \.scored.isLossy) else { return .none }
    let isBroad = findings.contains {
      $0.scored.candidate.suggestsBroadLoss && isStrong($0.scored) && $0.scored.range.map(isProse) ?? false
    }
    let showsBroadLoss = isBroad || LossTraces(bytes: bytes).showBroadLoss
    return switch (provesWindows1252(findings), showsBroadLoss) {
    case (true, true): .mixed
    case (true, false): .narrow
    case (false, true): .broad
    case (false, false): .none
    }
  }

  private func isProse(_ range: Range<Int>) -> Bool { regions.kind(in: SourceRange(range)) == nil }

  private func isEvidence(_ finding: Finding) -> Bool {
    guard isStrong(finding.scored), !finding.scored.isAmbiguous, finding.isMentioned != true else {
      return false
    }
    return finding.scored.range.map(isProse) ?? false
  }

  private func repair(for finding: Finding, proven: UInt32, mentions: inout MentionSearch) -> Mojibake? {
    let scored = finding.scored
    guard isStrong(scored), let range = scored.range.map({ SourceRange($0) }) else { return nil }
    guard !scored.isAmbiguous || options.reportsAmbiguous else { return nil }
    return Mojibake(
      range: range, before: String(decoding: bytes[range.range], as: UTF8.self),
      after: scored.isAmbiguous ? nil : string(of: scored.replacement),
      candidates: scored.alternatives.map { string(of: $0) },
      certainty: scored.isAmbiguous ? .ambiguous : scored.isLossy ? .unique : .exact,
      encoding: scored.candidate.encoding, rounds: scored.rounds,
      obstacle: obstacle(to: finding, range: range, proven: proven, mentions: &mentions))
  }

  private func obstacle(
    to finding: Finding, range: SourceRange, proven: UInt32, mentions: inout MentionSearch
  ) -> Mojibake.Obstacle? {
    switch regions.kind(in: range) {
    case .suppressed: return .suppressed
    case .destination: return .destination
    case .syntax: return .syntax
    case .code where proven & 1 << UInt32(finding.scored.candidate.page) == 0: return .code
    default: break
    }
    if finding.scored.isAmbiguous { return .ambiguous }
    return finding.isMentioned ?? isMentioned(finding, in: &mentions) ? .mention : nil
  }

  private func isMentioned(_ finding: Finding, in mentions: inout MentionSearch) -> Bool {
    guard let range = finding.scored.range else { return false }
    return mentions.isMentioned(finding.scored.replacement, for: SourceRange(range), in: finding.word)
  }
}
