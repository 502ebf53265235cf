/// Finds all emoji and signs that fit a damaged sequence if every control byte of ISO 8859-1 may be lost, not only the undefined bytes of
/// Windows-1252.
///
/// The results are cached: few sequences occur, and the search is slow.
final class Competitors {
  private let codePages: CodePages
  private var known: [[UInt32]: [[UInt32]]] = [:]
  private static let most = 4096
  /// Emoji rank after common signs and before rare ones.
  private static let emojiRank = 12

  init(codePages: CodePages) {
    self.codePages = codePages
  }

  /// The sequences that fit some characters, likeliest first in this context, up to a limit; they always include the answer.
  func sequences(
    fitting values: ArraySlice<UInt32>, besides answer: [UInt32], in neighbours: Neighbours, isOneOfMany: Bool
  ) -> [[UInt32]] {
    let all = fits(of: values)
    let favourites = all.filter { $0.count == 1 && neighbours.favours($0[0]) }
    let fits = favourites + all.filter { !favourites.contains($0) }
    // With several damaged sequences, only the likely ones: their combinations count against the limit.
    let shown = isOneOfMany && !favourites.isEmpty ? favourites[...] : fits.prefix(LossyDecoder.mostCandidates)
    return shown.contains(answer) ? Array(shown) : shown.prefix(LossyDecoder.mostCandidates - 1) + [answer]
  }

  /// All sequences that fit some characters, likeliest first.
  func fits(of values: ArraySlice<UInt32>) -> [[UInt32]] {
    let values = Array(values)
    if let fits = known[values] { return fits }
    let repertoire = Repertoire.broad
    let suspect = Suspect(values: values, offsets: [], wordCount: values.count, before: 0, after: 0)
    var entries: Set<Int> = []
    RepertoireSearch(suspect: suspect, codePages: codePages, repertoire: repertoire, lost: CodePages.controls)
      .forEachMatch(at: 0) { if $0.count == values.count { entries.insert($0.entry) } }
    let ranked = entries.map { entry in
      let scalars = repertoire.scalars(of: entry)
      return (
        rank: repertoire.isEmoji(entry) ? Self.emojiRank : SymbolBonus.gain(of: scalars), entry: entry, scalars: scalars
      )
    }
    // Equal ranks keep the order of entries, so that the same text always gives the same list.
    let fits = ranked.sorted { ($1.rank, $0.entry) < ($0.rank, $1.entry) }.map(\.scalars)
    if known.count < Self.most { known[values] = fits }
    return fits
  }
}
