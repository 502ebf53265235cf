/// What a section is about that is not about the list's subject but about the list.
public enum Footer: String, Hashable, Sendable, CaseIterable {
  case contributing, license, footnotes, credits
  /// Other lists: the only one of these that may hold entries.
  case related

  /// The footer that a section's title names; nil for a section of the list itself.
  init?(title: String) {
    let name = String(EmojiAffix.trim(title.lettersAndSpaces[...]))
    guard let found = Self.footers[name] else { return nil }
    self = found
  }

  private static let footers = Dictionary(
    uniqueKeysWithValues: names.flatMap { footer, names in names.map { ($0, footer) } })

  private static let names: [Footer: Set<String>] = [
    .contributing: [
      "contributing", "contribute", "contribution", "contributions", "how to contribute", "code of conduct",
      "contribution guidelines", "contributing guidelines", "contribution guide", "contribution guideline", "贡献",
    ],
    .license: ["license", "licence", "copyright", "许可证", "授权"],
    .footnotes: ["footnotes", "footnote"],
    .credits: [
      "contributors", "credits", "acknowledgements", "acknowledgments", "acknowledgement", "acknowledgment", "thanks",
      "authors", "author", "maintainers", "sponsors", "backers", "star history", "stargazers", "贡献者",
    ],
    .related: [
      "related", "related lists", "related awesome lists", "other awesome lists", "awesome lists", "more awesome",
      "related resources", "other lists",
    ],
  ]
}
