import Source

/// The topic of a section about the list itself, not about its subject.
public enum Footer: String, Hashable, Sendable, CaseIterable {
  case contributing, license, footnotes, credits
  /// Other lists: the only footer that may contain entries.
  case related

  /// The footer with a title; nil for any other section.
  init?(title: String) {
    let name = title.lettersAndSpaces.trimmed
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

extension String {
  /// The letters and spaces in lower case: the form in which titles of sections are compared.
  var lettersAndSpaces: String {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return lowercased().filter { $0.isLetter || $0 == " " } }
    let letters = utf8.filter { $0.isASCIILetter || $0 == UInt8(ascii: " ") }
    return String(decoding: letters.map(\.asciiLowercased), as: UTF8.self)
  }
}
