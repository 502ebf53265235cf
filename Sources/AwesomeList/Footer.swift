/// What a section is about that is not about the list's subject but about the list.
public enum Footer: String, Hashable, Sendable, CaseIterable {
  case contributing, license, footnotes, credits
  /// Other lists: the only one of these that may hold entries.
  case related

  /// The footer that a section's title names; nil for a section of the list itself.
  init?(title: String) {
    let words = title.lowercased().filter { $0.isLetter || $0 == " " }
    let name = String(EmojiAffix.trim(words[...]))
    guard let found = Self.names.first(where: { $0.value.contains(name) }) else { return nil }
    self = found.key
  }

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
