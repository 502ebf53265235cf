import Source

/// The search for damage in one file, as it stands before anything is repaired.
struct RepairSession {
  let bytes: [UInt8]
  let regions: RegionIndex
  let options: RepairOptions

  /// A word and what was made of it.
  private struct Finding {
    let passage: Passage
    var assessment: Assessment
  }

  /// The gain, in tenths of a point, that proves damage by itself, and that which is enough where the file proves the code page.
  private static let strong = 20
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
      let proven = provenPages(of: findings)
      if proven != 0 {
        assessor.provenPages = proven
        for index in findings.indices
        where !isStrong(findings[index].assessment) || findings[index].assessment.isAmbiguous {
          guard let again = assessor.assess(findings[index].passage) else { continue }
          findings[index].assessment = again
        }
      }
      var mentions = MentionSearch(bytes: bytes)
      return findings.compactMap { repair(for: $0, proven: proven, mentions: &mentions) }
    }
  }

  private func findings(in buffer: UnsafeBufferPointer<UInt8>, scan: DamageScan, assessor: Assessor) -> [Finding] {
    var scan = scan
    var findings: [Finding] = []
    while let passage = scan.next(in: buffer) {
      guard let assessment = assessor.assess(passage), let range = assessment.range, assessment.gain >= Self.weak,
        !isQuotation(assessment, of: passage)
      else { continue }
      scan.skip(to: range.upperBound)
      findings.append(Finding(passage: passage, assessment: assessment))
    }
    return findings
  }

  private func isStrong(_ assessment: Assessment) -> Bool {
    assessment.gain >= (assessment.isLossy ? Self.strongWithLoss : Self.strong)
  }

  /// Whether the only damage found is a letter before a quotation mark that closes what was opened on its line.
  private func isQuotation(_ assessment: Assessment, of passage: Passage) -> Bool {
    guard assessment.reading.units == 1, let changed = assessment.reading.changed, let range = assessment.range,
      let last = passage.values[changed].last, Self.closing.contains(last)
    else { return false }
    let source = bytes[..<range.lowerBound]
    let line = source[(source.lastIndex(of: 0x0A) ?? 0)...]
    return Self.openings.contains { opening in
      line.indices.dropLast(opening.count - 1).contains { index in
        // Behind a character beyond ASCII the sign may itself be damage.
        line[index] == opening[0] && (index == line.startIndex || line[index - 1] < 0x80)
          && line[index..<(index + opening.count)].elementsEqual(opening)
      }
    }
  }

  private static let closing: [UInt32] = [0x2018, 0x2019, 0x201C, 0x201D, 0x203A, 0xBB, 0xAB]
  private static let openings: [[UInt8]] = ["“", "„", "”", "‘", "‚", "’", "«", "»", "‹", "›"].map { Array($0.utf8) }

  /// The code pages that strong findings outside of protected regions prove, as bits.
  private func provenPages(of findings: [Finding]) -> UInt32 {
    var gains = [Int](repeating: 0, count: CodePages.encodings.count)
    for finding in findings where isStrong(finding.assessment) && !finding.assessment.isAmbiguous {
      guard let range = finding.assessment.range, regions.kind(in: SourceRange(range)) == nil else { continue }
      gains[finding.assessment.reading.page] += finding.assessment.gain
    }
    return gains.indices.reduce(0) { gains[$1] >= Self.proof ? $0 | 1 << UInt32($1) : $0 }
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
      encoding: assessment.reading.encoding, rounds: assessment.rounds,
      obstacle: obstacle(to: finding, range: range, proven: proven, mentions: &mentions))
  }

  private func obstacle(
    to finding: Finding, range: SourceRange, proven: UInt32, mentions: inout MentionSearch
  ) -> Repair.Obstacle? {
    switch regions.kind(in: range) {
    case .suppressed: return .suppressed
    case .destination: return .destination
    case .code where proven & 1 << UInt32(finding.assessment.reading.page) == 0: return .code
    default: break
    }
    if finding.assessment.isAmbiguous { return .ambiguous }
    let word = SourceRange(
      finding.passage.offsets[0], max(range.upperBound, finding.passage.offsets[finding.passage.wordCount]))
    return mentions.isMentioned(finding.assessment.replacement, for: range, in: word) ? .mention : nil
  }
}
