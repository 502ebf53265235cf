import Source

/// The search for damage in one file, as it stands before anything is repaired.
struct RepairSession {
  let bytes: [UInt8]
  let regions: RegionIndex
  let options: RepairOptions

  /// A word and what was made of it.
  private struct Finding {
    /// The bytes of the word.
    let word: SourceRange
    /// The word itself when its assessment may change with what the rest of the file proves.
    let passage: Passage?
    var assessment: Assessment
    /// Whether the text is about the damage, once that was looked for.
    var isMentioned: Bool?
  }

  /// The gain, in tenths of a point, that proves damage by itself, and that which is enough where the file proves the code page.
  private static let strong = 20
  /// Less where the assessment has already held the rarity of the code page against the reading.
  private static let strongElsewhere = 16
  private static let strongWithLoss = 28
  private static let weak = 6
  /// The sum of gains in prose that proves a code page for the rest of the file.
  private static let proof = 50

  /// The damaged places in the file, in order.
  func repairs() -> [Repair] {
    bytes.withUnsafeBufferPointer { buffer in
      guard firstNonASCII(in: buffer, from: 0) < buffer.count else { return [] }
      let codePages = CodePages.shared
      let scan = DamageScan(codePages: codePages)
      var assessor = Assessor(codePages: codePages) { scan.extend(&$0, in: buffer) }
      var findings = findings(in: buffer, scan: scan, assessor: assessor)
      var mentions = MentionSearch(bytes: bytes)
      // Examples of damage prove nothing about the text that shows them.
      for index in findings.indices where isEvidence(findings[index]) {
        findings[index].isMentioned = isMentioned(findings[index], in: &mentions)
      }
      let proven = provenPages(of: findings)
      let evidence = lossEvidence(of: findings)
      if proven != 0 || evidence != .none {
        assessor.provenPages = proven
        assessor.lossEvidence = evidence
        for index in findings.indices {
          guard let passage = findings[index].passage, let again = assessor.assess(passage) else { continue }
          let isTorn = isTorn(before: again.range?.lowerBound ?? 0, of: again)
          findings[index].assessment = isTorn ? again.disputed() : again
          findings[index].isMentioned = nil
        }
      }
      return findings.compactMap { repair(for: $0, proven: proven, mentions: &mentions) }
    }
  }

  private func findings(in buffer: UnsafeBufferPointer<UInt8>, scan: DamageScan, assessor: Assessor) -> [Finding] {
    var scan = scan
    let quotations = QuotationSearch(bytes: bytes)
    var findings: [Finding] = []
    while let passage = scan.next(in: buffer) {
      guard let found = assessor.assess(passage), let range = found.range, found.gain >= Self.weak,
        !(found.units == 1 && quotations.isQuotation(range))
      else { continue }
      let assessment = isTorn(before: range.lowerBound, of: found) ? found.disputed() : found
      scan.skip(to: range.upperBound)
      let isSettled = isStrong(assessment) && !assessment.isAmbiguous && !assessment.isLossy
      let word = SourceRange(passage.offsets[0], max(range.upperBound, passage.offsets[passage.wordCount]))
      findings.append(Finding(word: word, passage: isSettled ? nil : passage, assessment: assessment))
    }
    return findings
  }

  /// Whether the damage goes on from a character that lost its last byte to a space, so that what follows is half a word.
  private func isTorn(before start: Int, of assessment: Assessment) -> Bool {
    guard assessment.page == CodePages.windows1252, start > 1, bytes[start - 1] == 0x20 else { return false }
    let tail = String(decoding: bytes[max(0, start - 13)..<(start - 1)], as: UTF8.self).unicodeScalars.suffix(3)
    let read = tail.map { CodePages.shared.byte(of: $0.value, page: CodePages.windows1252) }
    guard let last = read.last else { return false }
    if last >= 0xC2 { return last < 0xE0 }
    guard last >= 0x80, read.count > 1 else { return false }
    let second = read[read.count - 2]
    if second >= 0xC2 { return second >= 0xE0 && second < 0xF0 }
    return second >= 0x80 && read.count > 2 && (0xF0...0xF4).contains(read[0])
  }

  private func isStrong(_ assessment: Assessment) -> Bool {
    if assessment.mayBeChance { return false }
    if assessment.isLossy { return assessment.gain >= Self.strongWithLoss }
    return assessment.gain >= (assessment.page == CodePages.windows1252 ? Self.strong : Self.strongElsewhere)
  }

  /// The code pages that strong findings outside of protected regions prove, as bits.
  private func provenPages(of findings: [Finding]) -> UInt32 {
    var gains = [Int](repeating: 0, count: CodePages.encodings.count)
    for finding in findings where isEvidence(finding) { gains[finding.assessment.page] += finding.assessment.gain }
    return gains.indices.reduce(0) { gains[$1] >= Self.proof ? $0 | 1 << UInt32($1) : $0 }
  }

  /// Whether strong findings outside of protected regions show characters of Windows-1252 where ISO 8859-1 has controls, and none shows
  /// such a control.
  private func provesWindows1252(_ findings: [Finding]) -> Bool {
    guard !findings.contains(where: \.assessment.hasControls) else { return false }
    return findings.lazy.filter { $0.assessment.hasPrintables && isEvidence($0) }.map(\.assessment.gain).reduce(0, +)
      >= Self.proof
  }

  /// What the findings show of how many bytes were lost.
  private func lossEvidence(of findings: [Finding]) -> LossEvidence {
    guard findings.contains(where: \.assessment.isLossy) else { return .none }
    let isBroad = findings.contains {
      $0.assessment.suggestsBroadLoss && isStrong($0.assessment) && $0.assessment.range.map(isProse) ?? false
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
    guard isStrong(finding.assessment), !finding.assessment.isAmbiguous, finding.isMentioned != true else {
      return false
    }
    return finding.assessment.range.map(isProse) ?? false
  }

  private func repair(for finding: Finding, proven: UInt32, mentions: inout MentionSearch) -> Repair? {
    let assessment = finding.assessment
    guard isStrong(assessment), let range = assessment.range.map({ SourceRange($0) }) else { return nil }
    guard !assessment.isAmbiguous || options.reportsAmbiguous else { return nil }
    return Repair(
      range: range, before: String(decoding: bytes[range.range], as: UTF8.self),
      after: assessment.isAmbiguous ? nil : string(of: assessment.replacement),
      candidates: assessment.candidates.map { string(of: $0) },
      certainty: assessment.isAmbiguous ? .ambiguous : assessment.isLossy ? .unique : .exact,
      encoding: assessment.encoding, rounds: assessment.rounds,
      obstacle: obstacle(to: finding, range: range, proven: proven, mentions: &mentions))
  }

  private func obstacle(
    to finding: Finding, range: SourceRange, proven: UInt32, mentions: inout MentionSearch
  ) -> Repair.Obstacle? {
    switch regions.kind(in: range) {
    case .suppressed: return .suppressed
    case .destination: return .destination
    case .code where proven & 1 << UInt32(finding.assessment.page) == 0: return .code
    default: break
    }
    if finding.assessment.isAmbiguous { return .ambiguous }
    return finding.isMentioned ?? isMentioned(finding, in: &mentions) ? .mention : nil
  }

  private func isMentioned(_ finding: Finding, in mentions: inout MentionSearch) -> Bool {
    guard let range = finding.assessment.range else { return false }
    return mentions.isMentioned(finding.assessment.replacement, for: SourceRange(range), in: finding.word)
  }
}
