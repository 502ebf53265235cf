extension PageCheck {
  /// What hijackers put on a domain that somebody let go.
  static let spam = PageCheck(
    id: "spam", summary: "The page advertises gambling or pharmacy, and the list calls it something else.",
    weight: .strong
  ) { visit in
    let words = visit.titleWords
    let title = Words.of(visit.page.title ?? "")
    let found = Phrases.spam.all(in: title)
    guard found.count > 1, !visit.names.isEmpty, words.isDisjoint(with: visit.nameWords) else { return nil }
    return "it advertises: \(found.prefix(2).map(\.text).joined(separator: ", "))"
  }
}
