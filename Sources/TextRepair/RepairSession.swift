import Source

/// The search for damage in one file.
struct RepairSession {
  let bytes: [UInt8]
  let protected: [ProtectedRegion]
  let options: RepairOptions

  /// The damaged places in the file, in order.
  func repairs() -> [Repair] {
    bytes.withUnsafeBufferPointer { buffer in
      guard firstNonASCII(in: buffer, from: 0) < buffer.count else { return [] }
      let codePages = CodePages.shared
      let assessor = Assessor(codePages: codePages)
      var scan = DamageScan(codePages: codePages)
      var found: [Repair] = []
      while let passage = scan.next(in: buffer) {
        guard let assessment = assessor.assess(passage), let repair = repair(assessment, of: passage) else { continue }
        scan.skip(to: repair.range.upperBound)
        found.append(repair)
      }
      return found
    }
  }

  private func repair(_ assessment: Assessment, of passage: Passage) -> Repair? {
    guard let changed = assessment.reading.changed, assessment.gain >= threshold(of: assessment) else { return nil }
    let range = SourceRange(passage.offsets[changed.lowerBound], passage.offsets[changed.upperBound])
    guard !assessment.isAmbiguous || options.reportsAmbiguous else { return nil }
    return Repair(
      range: range, before: String(decoding: bytes[range.range], as: UTF8.self),
      after: assessment.isAmbiguous ? nil : string(of: assessment.replacement),
      candidates: assessment.candidates.map { string(of: $0) },
      certainty: assessment.isAmbiguous ? .ambiguous : assessment.isLossy ? .unique : .exact,
      encoding: assessment.reading.encoding, rounds: assessment.rounds,
      obstacle: assessment.isAmbiguous ? .ambiguous : nil)
  }

  private func threshold(of assessment: Assessment) -> Int {
    assessment.reading.page == CodePages.windows1252 ? 20 : 35
  }
}
