extension PageCheck {
  /// A site that says itself that it is down, and means to come back.
  static let maintenance = PageCheck(
    id: "maintenance", summary: "The page says that it is down for maintenance.", weight: .passing
  ) { visit in
    guard visit.page.text.utf8.count < 2048 else { return nil }
    let titles = [visit.page.title, visit.page.heading].compactMap { $0.map { Words.of($0) } }
    let text = visit.page.text.utf8.count < 600 ? Words.of(visit.page.text) : []
    let phrase =
      Phrases.maintenance.first { phrase in titles.contains { Words.contain($0, phrase.words) } }
      ?? Phrases.maintenanceTitles.first { titles.contains($0.words) }
      ?? Phrases.maintenanceTexts.first { Words.contain(text, $0.words) }
    return phrase.flatMap { visit.isNamed($0) ? nil : "down for maintenance: \($0.text)" }
  }
}
