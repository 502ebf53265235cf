extension PageCheck {
  /// What hijackers put on a domain that somebody let go.
  static let spam = PageCheck(
    id: "spam", summary: "The page advertises gambling or pharmacy, and the list calls it something else.",
    weight: .strong
  ) { visit in
    let title = visit.page.title == nil ? visit.heading : visit.title
    let certain = Phrases.certainSpamIndex.all(in: title)
    let found = certain + Phrases.spamIndex.all(in: title)
    guard !certain.isEmpty || found.count > 1, !visit.names.isEmpty, !visit.isCalledAlike else { return nil }
    return "it advertises: \(found.prefix(2).map(\.text).joined(separator: ", "))"
  }
}
