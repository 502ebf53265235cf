/// Phrases that are looked for together: how long that takes depends on the text, and hardly on their number.
struct PhraseList: Sendable, Sequence, ExpressibleByArrayLiteral {
  private let phrases: [Phrase]
  /// The indices of the phrases that begin with a word.
  private let byFirstWord: [String: [Int]]

  init(arrayLiteral phrases: Phrase...) {
    self.phrases = phrases
    byFirstWord = Dictionary(grouping: phrases.indices.filter { !phrases[$0].words.isEmpty }) { phrases[$0].words[0] }
  }

  func makeIterator() -> IndexingIterator<[Phrase]> { phrases.makeIterator() }

  /// The phrases that stand among some words, in the list's order, each once.
  func all(in words: [String]) -> [Phrase] {
    var found: Set<Int> = []
    for start in words.indices {
      for index in byFirstWord[words[start]] ?? [] where words[start...].starts(with: phrases[index].words) {
        found.insert(index)
      }
    }
    return found.sorted().map { phrases[$0] }
  }
}
