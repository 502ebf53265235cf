/// How names are sorted.
public struct NameOrder: Hashable, Sendable {
  /// The English articles.
  public static let articles: Set<String> = ["a", "an", "the"]

  public let alphabet: Alphabet
  /// The words that do not count at the beginning of a name.
  public let leadingWords: Set<String>
  /// Whether 2 is before 10: whole numbers are sorted by their value, not digit by digit.
  public let sortsNumbersByValue: Bool
  /// The leading words as they are in sort keys.
  let ignored: Set<String>

  public init(
    alphabet: Alphabet = .root, leadingWords: Set<String> = articles, sortsNumbersByValue: Bool = false
  ) {
    self.alphabet = alphabet
    self.leadingWords = leadingWords
    self.sortsNumbersByValue = sortsNumbersByValue
    ignored = Set(leadingWords.flatMap { SortKey.words(of: $0, alphabet) })
  }
}
