/// Phrases by their first words, so that a text is gone through once for all of them.
struct PhraseIndex: Sendable {
  private let phrases: [Phrase]
  /// For each first word the positions of its phrases.
  private let positions: [String: [Int]]

  init(_ phrases: [Phrase]) {
    self.phrases = phrases
    positions = Dictionary(grouping: phrases.indices.filter { !phrases[$0].words.isEmpty }) { phrases[$0].words[0] }
  }

  /// The phrases that stand in a text, in the order of this index.
  func all(in words: [String]) -> [Phrase] {
    var found: Set<Int> = []
    for (start, word) in words.enumerated() {
      for position in positions[word] ?? [] where words[start...].starts(with: phrases[position].words) {
        found.insert(position)
      }
    }
    return found.sorted().map { phrases[$0] }
  }
}
