/// The code pages that damaged a file: mostly one, which explains most of the damage.
struct FilePages {
  private static let enoughWords = 2048
  /// The gain that proves mojibake by itself, in tenths of a point.
  static let strong = 20
  static let strongWithLoss = 28
  /// The gain that is enough if the file proves the code page.
  static let weak = 6
  /// How much a candidate gains if the file proves its code page.
  private static let provenGain = 15
  /// How much more damage by a second code page must gain to be repaired without other evidence.
  private static let secondPage = 15
  /// The sum of gains that proves a code page for all of the file, code and short words included.
  static let proof = 50
  /// How much likelier each letter is that the healthy text of the file has too.
  private static let familiarLetter = 12
  /// The largest difference between equally good candidates.
  private static let tie = 2
  private static let tieWithUsual = 45
  /// The same if the better one needs a page other than Windows-1252.
  private static let tieElsewhere = 7

  /// The page of the file and the further ones that are proven by words it cannot read, likeliest first; empty without damage.
  private(set) var pages: [Int] = []
  private let letters: FileLetters
  /// By page: the sum of gains of the candidates that are evidence.
  private var gains = [Int](repeating: 0, count: CodePages.encodings.count)
  /// The same, of those that are strong by themselves.
  private var strongGains = [Int](repeating: 0, count: CodePages.encodings.count)

  /// Chooses the pages that explain the damage of a file, by the candidates of the different words that are evidence.
  init(explaining words: [[ScoredCandidate]], letters: FileLetters) {
    self.letters = letters
    // More words change nothing but the time.
    var open = Array(words.prefix(Self.enoughWords))
    while !open.isEmpty, let page = likeliest(of: open) {
      let read = open.compactMap { word in word.first { $0.isRead(by: page) } }
      for candidate in read where Self.counts(candidate) {
        gains[page] += candidate.gain
        if Self.isStrong(candidate) { strongGains[page] += candidate.gain }
      }
      guard pages.isEmpty || strongGains[page] >= Self.proof else { break }
      pages.append(page)
      open.removeAll { word in word.contains { $0.isRead(by: page) } }
    }
  }

  private static func counts(_ candidate: ScoredCandidate) -> Bool {
    candidate.gain >= weak && !candidate.isAmbiguous && candidate.doubt == nil
  }

  /// The page with the highest total over some words.
  private func likeliest(of words: [[ScoredCandidate]]) -> Int? {
    var totals = [Int](repeating: 0, count: CodePages.encodings.count)
    for word in words {
      for candidate in word where candidate.doubt != .impossible && candidate.gain > 0 {
        let fluent = max(candidate.gain - candidate.rarity + familiarity(of: candidate), 1)
        for page in totals.indices where candidate.isRead(by: page) { totals[page] += fluent }
      }
    }
    let best = totals.indices.filter { totals[$0] > 0 }
      .max { totals[$0] + CodePages.priors[$0] < totals[$1] + CodePages.priors[$1] }
    guard let best else { return nil }
    // A page that reads all of this in the same way, and more, explains the damage better.
    let more = totals.indices.map { page in
      words.reduce(0) { sum, word in
        if let known = Self.reading(of: word, by: best) { return known.isRead(by: page) ? sum : -.max / 2 }
        return max(sum + (Self.reading(of: word, by: page)?.gain ?? 0), -.max / 2)
      }
    }
    return more.indices.filter { more[$0] >= Self.weak }.max { more[$0] < more[$1] } ?? best
  }

  private static func reading(of word: [ScoredCandidate], by page: Int) -> ScoredCandidate? {
    word.first { $0.isRead(by: page) && $0.doubt != .impossible && $0.gain > 0 }
  }

  /// How much likelier a candidate is because the healthy text of the file has its letters.
  private func familiarity(of candidate: ScoredCandidate) -> Int {
    Self.familiarLetter * letters.count(of: candidate.replacement)
  }

  /// Whether a candidate proves damage by itself.
  static func isStrong(_ candidate: ScoredCandidate) -> Bool {
    candidate.doubt == nil && candidate.gain >= (candidate.isLossy ? strongWithLoss : strong)
  }

  /// Whether the file proves a page of a candidate.
  func proves(_ candidate: ScoredCandidate) -> Bool {
    pages.contains { candidate.isRead(by: $0) && proves($0) }
  }

  /// Whether the file proves a page.
  func proves(_ page: Int) -> Bool { strongGains[page] >= Self.proof }

  /// Whether other words prove a page of a candidate.
  func supports(_ candidate: ScoredCandidate) -> Bool {
    let own = Self.counts(candidate) ? candidate.gain : 0
    let ownStrong = Self.isStrong(candidate) && !candidate.isAmbiguous ? candidate.gain : 0
    return pages.contains {
      candidate.isRead(by: $0) && (strongGains[$0] - ownStrong >= Self.strong || gains[$0] - own >= Self.proof)
    }
  }

  /// The candidate that the pages of the file choose, ambiguous if another one is as good; nil if there is none.
  func choice(of candidates: [ScoredCandidate]) -> ScoredCandidate? {
    let possible = candidates.filter { $0.doubt != .impossible }
    for page in pages {
      guard let candidate = possible.first(where: { $0.isRead(by: page) }) else { continue }
      if supports(candidate) { return candidate }
      break
    }
    if possible.count == 1 { return possible[0] }
    let weighed = possible.map { (candidate: $0, weight: $0.weight + familiarity(of: $0)) }
    let ranked = weighed.sorted { ($1.weight, $0.candidate.page) < ($0.weight, $1.candidate.page) }
    guard let (best, weight) = ranked.first else { return nil }
    let rival = ranked.dropFirst().first { $0.candidate.replacement != best.replacement }
    let tie = best.page == CodePages.windows1252 ? Self.tie : Self.tieElsewhere
    if let rival, weight - rival.weight <= tie { return best.disputed(by: rival.candidate) }
    // Nearly all damage is Windows-1252: what that can read is by another page only with good reason.
    if let usual = possible.first(where: { $0.isRead(by: CodePages.windows1252) && $0.doubt == nil }),
      usual.replacement != best.replacement,
      weight - usual.weight - familiarity(of: usual) <= Self.tieWithUsual
    {
      return best.disputed(by: usual)
    }
    return best
  }

  /// The candidate for a word that the pages of the file choose, if there is enough evidence for it.
  func decision(for candidates: WordCandidates) -> ScoredCandidate? {
    if let known = candidates.choice { return known }
    let choice = choice(of: candidates.list).flatMap { accepts($0) ? $0 : nil }
    candidates.choice = .some(choice)
    return choice
  }

  /// Whether there is enough evidence that a candidate is damage.
  func accepts(_ candidate: ScoredCandidate) -> Bool {
    if candidate.doubt == .impossible { return false }
    if supports(candidate) {
      return candidate.gain + Self.provenGain >= (candidate.isLossy ? Self.strongWithLoss : Self.weak)
    }
    guard Self.isStrong(candidate) else { return false }
    return pages.isEmpty || pages.contains(where: candidate.isRead) || candidate.gain >= Self.strong + Self.secondPage
  }
}
