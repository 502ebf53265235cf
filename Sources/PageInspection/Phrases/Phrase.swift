/// Words to find in a text, whatever their case and punctuation.
struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
  let text: String
  let words: [String]

  init(stringLiteral text: String) {
    self.text = text
    words = Words.of(text)
  }
}

/// Phrases by their first words, to search a text once for all of them.
struct PhraseIndex: Sendable {
  private let phrases: [Phrase]
  /// The positions of the phrases, by their first word.
  private let positions: [String: [Int]]
  /// The hashes of the first words: most words of a text have another hash, and need no look-up.
  private let hashes: [Bool]

  init(_ phrases: [Phrase]) {
    self.phrases = phrases
    positions = Dictionary(grouping: phrases.indices.filter { !phrases[$0].words.isEmpty }) { phrases[$0].words[0] }
    var hashes = [Bool](repeating: false, count: 1024)
    for word in positions.keys { hashes[Self.hash(word)] = true }
    self.hashes = hashes
  }

  /// A hash of the length and of the bytes at both ends.
  private static func hash(_ word: String) -> Int {
    let bytes = word.utf8
    return (Int(bytes.first ?? 0) &* 37 &+ Int(bytes.last ?? 0) &* 11 &+ bytes.count) & 1023
  }

  /// The phrases of a text, in the order of this index.
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

/// Phrases of pages in many languages, a file for each meaning.
enum Phrases {}
