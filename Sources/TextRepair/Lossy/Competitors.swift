/// What else fits a damaged sequence when every byte that ISO 8859-1 has as a control may be lost, rather than the few that
/// Windows-1252 leaves undefined.
///
/// What fits is kept for the next time: of the sequences that have to be asked about there are few, and the search is slow.
final class Rivals {
  private let codePages: CodePages
  private var known: [[UInt32]: [[UInt32]]] = [:]
  private static let most = 4096
  /// Emoji rank behind common signs and before the rare ones.
  private static let emojiRank = 12

  init(codePages: CodePages) {
    self.codePages = codePages
  }

  /// The sequences that all of some characters may be left of, likeliest first by where they stand, up to a limit; an answer is always
  /// one of them.
  func sequences(
    fitting values: ArraySlice<UInt32>, besides answer: [UInt32], in surroundings: Surroundings, isOneOfMany: Bool
  ) -> [[UInt32]] {
    let all = fits(of: values)
    let favourites = all.filter { $0.count == 1 && surroundings.favours($0[0]) }
    let fits = favourites + all.filter { !favourites.contains($0) }
    // Where several sequences are damaged, the likely ones leave room for one another.
    let shown = isOneOfMany && !favourites.isEmpty ? favourites[...] : fits.prefix(LossyReader.mostCandidates)
    return shown.contains(answer) ? Array(shown) : shown.prefix(LossyReader.mostCandidates - 1) + [answer]
  }

  /// All sequences that some characters may be left of, likeliest first.
  func fits(of values: ArraySlice<UInt32>) -> [[UInt32]] {
    let values = Array(values)
    if let fits = known[values] { return fits }
    let repertoire = Repertoire.broad
    let passage = Passage(values: values, offsets: [], wordCount: values.count, before: 0, after: 0)
    var entries: Set<Int> = []
    RepertoireSearch(passage: passage, codePages: codePages, repertoire: repertoire, lost: CodePages.controls)
      .forEachMatch(at: 0) { if $0.count == values.count { entries.insert($0.entry) } }
    let ranked = entries.map { entry in
      let scalars = repertoire.scalars(of: entry)
      return (
        rank: repertoire.isEmoji(entry) ? Self.emojiRank : Restoration.gain(of: scalars), entry: entry, scalars: scalars
      )
    }
    // The order of entries decides between equals, so that the same text always gives the same list.
    let fits = ranked.sorted { ($1.rank, $0.entry) < ($0.rank, $1.entry) }.map(\.scalars)
    if known.count < Self.most { known[values] = fits }
    return fits
  }
}
