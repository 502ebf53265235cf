import Source

/// Finds the mojibake in one file: first all words that may be damaged, then the code page that explains them, then their originals.
struct MojibakeSearch {
  let bytes: [UInt8]
  let regions: RegionIndex
  let options: RepairOptions

  /// A damaged word and its original.
  private struct Finding {
    let word: DamagedWord
    let scored: ScoredCandidate

    var range: SourceRange { word.range(of: scored) }
  }

  /// The mojibake in the file, in order.
  func repairs() -> [Mojibake] {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard unsafe firstNonASCII(in: buffer, from: 0) < buffer.count else { return [] }
      let search = unsafe DamagedWordSearch(bytes: bytes, buffer: buffer)
      var (words, unread) = search.words()
      guard !words.isEmpty else { return remaining(provenPages: []).adding(to: [], unread: []) }
      var mentions = MentionSearch(bytes: bytes)
      markMentions(among: &words, with: &mentions)
      // Examples of mojibake prove nothing about the rest of the text, and code nothing about prose.
      let prose = proofs(among: words, in: nil)
      let proofs = prose.isEmpty ? proofs(among: words, in: .code) : prose
      let pages = FilePages(
        explaining: proofs.map(\.list), letters: FileLetters(in: bytes, outside: words.lazy.map(\.range)))
      let evidence = LossEvidence(of: proofs, on: pages, in: bytes)
      let findings = words.compactMap { finding(for: $0, pages: pages, evidence: evidence, search: search) }
      let proven = prose.isEmpty ? [] : pages.pages.filter(pages.proves)
      unread = unread.filter { range in proven.contains { search.hasSequence(in: range, page: $0) } }
      return remaining(provenPages: proven)
        .adding(to: mojibake(of: findings, provenPages: proven, mentions: &mentions), unread: unread)
    }
  }

  private func remaining(provenPages: [Int]) -> RemainingDamage {
    RemainingDamage(bytes: bytes, regions: regions, options: options, provenPages: provenPages)
  }

  private func markMentions(among words: inout [DamagedWord], with mentions: inout MentionSearch) {
    // In a file that is damaged throughout, there are none.
    guard words.indices.contains(where: { mentions.mayBeRepeated(words[$0].candidates.likeliest) }) else { return }
    let places = words.lazy.map { word in
      let likeliest = word.candidates.likeliest
      return MentionSearch.Place(word: word, candidate: likeliest?.gain ?? 0 >= FilePages.weak ? likeliest : nil)
    }
    for index in mentions.mentions(among: places) { words[index].isMentioned = true }
  }

  /// The candidates of the words in a kind of region that are evidence, without repetitions: a name that occurs a hundred times is one
  /// piece of evidence.
  private func proofs(among words: [DamagedWord], in kind: ProtectedRegion.Kind?) -> [WordCandidates] {
    var result: [WordCandidates] = []
    for word in words where !word.candidates.isCounted && !word.isMentioned && regions.kind(in: word.range) == kind {
      word.candidates.isCounted = true
      result.append(word.candidates)
    }
    return result
  }

  private func finding(
    for word: DamagedWord, pages: FilePages, evidence: LossEvidence, search: DamagedWordSearch
  ) -> Finding? {
    let candidates = word.candidates
    if candidates.mayHaveLost, pages.pages.contains(CodePages.windows1252),
      !candidates.list.contains(where: { $0.page == CodePages.windows1252 && !$0.isLossy })
    {
      let others = candidates.list.filter { $0.page != CodePages.windows1252 }
      let lossy = search.lossyCandidate(in: word.bounds, evidence: evidence)
      let all = search.checked(
        WordCandidates(others + (lossy.map { [$0] } ?? []), mayHaveLost: true), from: word.range.lowerBound)
      return pages.decision(for: all).map { Finding(word: word, scored: $0) }
    }
    return pages.decision(for: candidates).map { Finding(word: word, scored: $0) }
  }

  private func mojibake(
    of findings: [Finding], provenPages: [Int], mentions: inout MentionSearch
  ) -> [Mojibake] {
    let places = findings.lazy.map { MentionSearch.Place(word: $0.word, candidate: $0.scored) }
    let mayBeMentions = findings.indices.contains { mentions.mayBeRepeated(findings[$0].scored) }
    let isMention = mayBeMentions ? Set(mentions.mentions(among: places)) : []
    let provenInCode = pagesProvenInCode(
      by: findings.indices.lazy.filter { !isMention.contains($0) }.map { findings[$0] })
    var result: [Mojibake] = []
    result.reserveCapacity(findings.count)
    for (index, finding) in findings.enumerated() {
      let (scored, range) = (finding.scored, finding.range)
      guard range.lowerBound >= result.last?.range.upperBound ?? 0, !scored.isAmbiguous || options.reportsAmbiguous
      else { continue }
      let isProven = (provenPages + provenInCode).contains(where: scored.isRead)
      let obstacle =
        regions.obstacle(in: range, isProven: isProven)
        ?? (scored.isAmbiguous ? .ambiguous : isMention.contains(index) ? .mention : nil)
      result.append(
        Mojibake(
          range: range, before: scored.damagedText(in: bytes, at: range),
          after: scored.isAmbiguous ? nil : scored.text, candidates: scored.alternatives.map { string(of: $0) },
          certainty: scored.isAmbiguous ? .ambiguous : scored.isLossy ? .unique : .exact,
          encoding: scored.candidate.encoding, rounds: scored.rounds, obstacle: obstacle))
    }
    return result
  }

  /// The pages that enough different words in code prove, as in a tree of files that was damaged as a whole.
  private func pagesProvenInCode(by findings: some Sequence<Finding>) -> [Int] {
    var gains = [Int](repeating: 0, count: CodePages.encodings.count)
    var words = [Set<String>](repeating: [], count: gains.count)
    for finding in findings where regions.kind(in: finding.range) == .code {
      guard FilePages.isStrong(finding.scored), !finding.scored.isAmbiguous else { continue }
      gains[finding.scored.page] += finding.scored.gain
      words[finding.scored.page].insert(finding.scored.text)
    }
    return gains.indices.filter { gains[$0] >= Self.proofInCode && words[$0].count >= Self.wordsInCode }
  }

  private static let proofInCode = 200
  private static let wordsInCode = 2
}
