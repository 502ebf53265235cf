extension PageCheck {
  /// What hijackers put on a domain that somebody let go.
  static let spam = PageCheck(
    id: "spam", summary: "The page advertises gambling or pharmacy, and the list calls it something else.",
    weight: .strong
  ) { visit in
    let title = Words.of(visit.page.title ?? visit.page.heading ?? "")
    let certain = Phrases.certainSpam.filter { Words.contain(title, $0.words) }
    let found = certain + Phrases.spam.filter { Words.contain(title, $0.words) }
    guard !certain.isEmpty || found.count > 1, !visit.names.isEmpty, !visit.isCalledAlike else { return nil }
    return "it advertises: \(found.prefix(2).map(\.text).joined(separator: ", "))"
  }
}
