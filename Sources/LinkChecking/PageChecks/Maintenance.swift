extension PageCheck {
  /// A site that says itself that it is down, and means to come back.
  static let maintenance = PageCheck(
    id: "maintenance", summary: "The page says that it is down for maintenance.", weight: .passing
  ) { visit in
    guard visit.page.text.utf8.count < 2048 else { return nil }
    let title = Words.of(visit.page.title ?? "") + ["."] + Words.of(visit.page.heading ?? "")
    let phrase = Phrases.maintenance.all(in: title).first { !visit.isNamed($0) }
    return phrase.map { "down for maintenance: \($0.text)" }
  }
}
