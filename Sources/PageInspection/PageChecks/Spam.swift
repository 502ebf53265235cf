extension PageCheck {
  /// Advertisements on a hijacked domain.
  static let spam = PageCheck(
    id: "spam", summary: "The page advertises gambling or drugs, and the list's name for it is another.",
    weight: .strong,
    examples: [
      .found("<title>Situs Slot Gacor Judi Online</title>"),
      .fine("<title>Poker hand evaluator and casino maths</title>", names: ["Poker library"]),
    ]
  ) { visit in
    let title = visit.page.title == nil ? visit.heading : visit.title
    let certain = Phrases.certainSpamIndex.all(in: title)
    let found = certain + Phrases.spamIndex.all(in: title)
    guard !certain.isEmpty || found.count > 1, !visit.names.isEmpty, !visit.isNamedAlike else { return nil }
    return "it advertises \(found.prefix(2).map(\.text).joined(separator: ", "))"
  }
}
