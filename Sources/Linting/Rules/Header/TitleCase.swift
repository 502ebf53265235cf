/// Titles as the guidelines write them: each word begins with a capital, but for small words and names.
enum TitleCase {
  /// The title in title case; nil where it is already.
  static func corrected(_ title: String) -> String? {
    // In a title in capitals, a word in capitals need not be an abbreviation.
    if isShouted(title) {
      let lowered = title.lowercased()
      return corrected(lowered) ?? lowered
    }
    // A repository's name in place of a title.
    let isSlug = !title.contains(" ") && title.contains { "-_".contains($0) } && !title.contains(where: \.isUppercase)
    let words =
      isSlug ? title.split { "-_".contains($0) } : title.split(separator: " ", omittingEmptySubsequences: false)
    let better = words.enumerated().map { index, word in
      index > 0 && (smallWords.contains(String(word)) || isName(word)) ? String(word) : capitalized(word)
    }
    .joined(separator: " ")
    return better == title ? nil : better
  }

  /// Whether a title of two words or more has no small letter.
  static func isShouted(_ title: String) -> Bool {
    let letters = title.filter(\.isLetter)
    return letters.count > 6 && title.contains(" ") && letters.allSatisfy(\.isUppercase)
  }

  private static func capitalized(_ word: Substring) -> String {
    guard let start = word.firstIndex(where: \.isLetter), word[start].isLowercase, word[start].uppercased().count == 1,
      !isName(word)
    else { return String(word) }
    // Without a vowel it is an abbreviation.
    if word.count <= 4, word.allSatisfy({ $0.isLetter && !"aeiouy".contains($0) }) { return word.uppercased() }
    return word[..<start] + word[start].uppercased() + word[word.index(after: start)...]
  }

  private static func isName(_ word: Substring) -> Bool {
    word.contains { $0.isUppercase || $0.isNumber || "._/@#+&()[]{}<>:'’".contains($0) }
      || names.contains(String(word).lowercased()) || !word.contains(where: \.isLetter)
  }

  private static let smallWords: Set<String> = [
    "a", "an", "the", "and", "but", "or", "nor", "as", "at", "by", "for", "from", "in", "into", "of", "off", "on",
    "onto",
    "over", "per", "to", "up", "via", "vs", "with", "your",
  ]

  /// Names that are always written in lower case.
  private static let names: Set<String> = [
    "npm", "npx", "pnpm", "jq", "fzf", "tmux", "zsh", "bash", "vim", "neovim", "git", "curl", "d3", "webpack", "gulp",
    "pip",
    "sed", "awk", "bspwm", "i3", "fish", "lit", "htmx", "urxvt", "dwm", "scikit-learn", "pandas", "numpy", "nix", "k6",
    "osquery",
    "ros", "tidymodels", "ggplot2",
  ]
}
