import Source

/// Finds the words of a file that may be damaged, and scores their candidates.
///
/// Safe inside the closure that provides the buffer; it does not escape.
@safe struct DamagedWordSearch {
  private let bytes: [UInt8]
  private let buffer: UnsafeBufferPointer<UInt8>
  private let scan: SuspectSearch
  private let scorer: Scorer
  private let lossy: LossyCandidateCache
  private let quotations: QuotationSearch
  private let cache = CandidateCache()

  init(bytes: [UInt8], buffer: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    unsafe self.buffer = unsafe buffer
    scan = SuspectSearch(codePages: .shared)
    scorer = Scorer(codePages: .shared)
    lossy = LossyCandidateCache(exact: scorer.exact)
    quotations = QuotationSearch(bytes: bytes)
  }

  /// The words with a candidate, and the ranges of those that start a sequence but have none, each in order.
  func words() -> (words: [DamagedWord], unread: [SourceRange]) {
    var scan = scan
    var words: [DamagedWord] = []
    var unread: [SourceRange] = []
    while let bounds = unsafe scan.next(in: buffer) {
      if let word = word(in: bounds) {
        words.append(word)
        scan.skip(to: word.range.upperBound)
      } else {
        unread.append(SourceRange(bounds.range))
      }
    }
    return (words, unread)
  }

  /// Whether a word has a whole sequence of a code page.
  func hasSequence(in range: SourceRange, page: Int) -> Bool {
    let values = String(decoding: bytes[range.range], as: UTF8.self).unicodeScalars.map(\.value)
    return values.indices.contains {
      values[$0] >= 0x80 && scorer.exact.sequence(in: values, at: $0, end: values.count, page: page) != nil
    }
  }

  private func word(in bounds: SuspectSearch.Bounds) -> DamagedWord? {
    let start = bounds.range.lowerBound
    let known = cache.candidates(of: bytes[bounds.range], after: bounds.before, before: bounds.after) {
      let suspect = unsafe scan.suspect(in: bounds, of: buffer)
      return WordCandidates(scorer.candidates(for: suspect), mayHaveLost: scorer.mayHaveLost(suspect))
    }
    var candidates = checked(known, from: start)
    if known.mayHaveLost, !candidates.list.contains(where: { $0.gain > 0 }),
      let lossy = lossyCandidate(in: bounds, evidence: .none)
    {
      let others = candidates.list.filter { $0.page != CodePages.windows1252 }
      candidates = checked(WordCandidates(others + [lossy], mayHaveLost: true), from: start)
    }
    guard !candidates.list.isEmpty else { return nil }
    let end = candidates.list.reduce(bounds.range.upperBound) { max($0, start + ($1.range?.upperBound ?? 0)) }
    return DamagedWord(range: SourceRange(start, end), bounds: bounds, candidates: candidates)
  }

  /// The candidate of a word that lost bytes, with the evidence of the rest of the file.
  func lossyCandidate(in bounds: SuspectSearch.Bounds, evidence: LossEvidence) -> ScoredCandidate? {
    var suspect = unsafe scan.suspect(in: bounds, of: buffer)
    unsafe scan.extend(&suspect, in: buffer)
    suspect.isInQuotation = isInQuotation(suspect)
    guard let candidate = lossy.decode(suspect, evidence: evidence) else { return nil }
    return scorer.score(candidate, of: suspect)
  }

  /// Whether a quotation has begun before a word with what may be the rest of its closing mark.
  private func isInQuotation(_ suspect: Suspect) -> Bool {
    guard zip(suspect.values, suspect.values.dropFirst()).contains(where: { $0 == 0xE2 && $1 == 0x20AC }),
      let start = suspect.offsets.first
    else { return false }
    let text = bytes[..<start].suffix(Self.lineReach)
    let blank = text.indices.dropFirst().last { text[$0] == 0x0A && text[$0 - 1] == 0x0A }
    let paragraph = text[(blank ?? text.startIndex)...]
    return Suspect.opensQuotation(String(decoding: paragraph, as: UTF8.self).unicodeScalars.map(\.value))
  }

  /// The candidates as the text around them allows.
  func checked(_ candidates: WordCandidates, from start: Int) -> WordCandidates {
    guard candidates.dependsOnText || candidates.list.contains(where: { isTorn($0, from: start) }) else {
      return candidates
    }
    return WordCandidates(candidates.list.compactMap { checked($0, from: start) }, mayHaveLost: candidates.mayHaveLost)
  }

  private func isTorn(_ candidate: ScoredCandidate, from start: Int) -> Bool {
    guard let changed = candidate.range else { return false }
    return isTorn(before: start + changed.lowerBound, of: candidate)
  }

  private func checked(_ candidate: ScoredCandidate, from start: Int) -> ScoredCandidate? {
    guard let changed = candidate.range else { return nil }
    let range = (start + changed.lowerBound)..<(start + changed.upperBound)
    let result = isTorn(before: range.lowerBound, of: candidate) ? candidate.disputed() : candidate.copy()
    if candidate.candidate.units == 1, let start = quotations.start(ofQuotationClosedBy: range) {
      let isLetter = candidate.replacement.contains { CharacterTraits.of($0).kind.isLetter }
      if start == .sameLine, isLetter { return nil }
      // Nobody quotes a word that ends with Â and then a quotation mark that was one before.
      if isLetter || start == .sameLine { result.doubt = result.doubt ?? .quotation }
    }
    if candidate.doubt == .foreignLetter, let letter = candidate.replacement.last, !isForeign(letter, at: range) {
      result.doubt = nil
    }
    return result
  }

  /// Whether the line of a range has letters of another script besides it.
  private func isForeign(_ letter: UInt32, at range: Range<Int>) -> Bool {
    let script = CharacterTraits.of(letter).script
    let start =
      bytes[..<range.lowerBound].suffix(Self.lineReach).lastIndex(of: 0x0A).map { $0 + 1 }
      ?? max(0, range.lowerBound - Self.lineReach)
    let end =
      bytes[range.upperBound...].prefix(Self.lineReach).firstIndex(of: 0x0A)
      ?? min(bytes.count, range.upperBound + Self.lineReach)
    for part in [start..<range.lowerBound, range.upperBound..<end] {
      for scalar in String(decoding: bytes[part], as: UTF8.self).unicodeScalars {
        let traits = CharacterTraits.of(scalar.value)
        if traits.kind.isLetter, traits.script != script { return true }
      }
    }
    return false
  }

  /// How much of a line is read, in bytes.
  private static let lineReach = 1024

  /// Whether the word continues a character that lost its last byte to a space, and so is only half a word.
  private func isTorn(before start: Int, of scored: ScoredCandidate) -> Bool {
    guard scored.page == CodePages.windows1252, start > 1, bytes[start - 1] == 0x20, bytes[start - 2] >= 0x80 else {
      return false
    }
    let last = byte(before: start - 1)
    // Â and a space are a no-break space.
    if last.byte >= 0xC2 { return last.byte > 0xC2 && last.byte < 0xE0 }
    guard last.byte >= 0x80 else { return false }
    let second = byte(before: last.start)
    if second.byte >= 0xC2 { return second.byte >= 0xE0 && second.byte < 0xF0 }
    return second.byte >= 0x80 && (0xF0...0xF4).contains(byte(before: second.start).byte)
  }

  /// The byte of Windows-1252 for the character that ends before an offset, 0 for ASCII and others, and where it starts.
  private func byte(before offset: Int) -> (byte: UInt8, start: Int) {
    var start = offset - 1
    while start > 0, start > offset - 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0, bytes[start] >= 0x80 else { return (0, max(start, 0)) }
    let (value, length) = unsafe scalar(in: buffer, at: start)
    return (length > 0 ? CodePages.shared.byte(of: value, page: CodePages.windows1252) : 0, start)
  }
}
