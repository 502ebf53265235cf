/// Phrases by their first words, so that a text is gone through once for all of them.
struct PhraseIndex: Sendable {
  private let phrases: [Phrase]
  /// For each first word the positions of its phrases.
  private let positions: [String: [Int]]
  /// Which hashes those words have: most words of a text have none of them, and are not looked up.
  private let hashes: [Bool]

  init(_ phrases: [Phrase]) {
    self.phrases = phrases
    positions = Dictionary(grouping: phrases.indices.filter { !phrases[$0].words.isEmpty }) { phrases[$0].words[0] }
    var hashes = [Bool](repeating: false, count: 1024)
    for word in positions.keys { hashes[Self.hash(word)] = true }
    self.hashes = hashes
  }

  /// Of the length and the bytes at the ends.
  private static func hash(_ word: String) -> Int {
    let bytes = word.utf8
    return (Int(bytes.first ?? 0) &* 37 &+ Int(bytes.last ?? 0) &* 11 &+ bytes.count) & 1023
  }

  /// The phrases that stand in a text, in the order of this index.
  func all(in words: [String]) -> [Phrase] {
    var found: Set<Int> = []
    for (start, word) in words.enumerated() where hashes[Self.hash(word)] {
      for position in positions[word] ?? [] where words[start...].starts(with: phrases[position].words) {
        found.insert(position)
      }
    }
    return found.isEmpty ? [] : found.sorted().map { phrases[$0] }
  }
}
