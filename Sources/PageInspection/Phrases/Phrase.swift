/// Words that say something by themselves; case and punctuation play no part.
struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
  let text: String
  let words: [String]

  init(stringLiteral text: String) {
    self.text = text
    words = Words.of(text)
  }
}
