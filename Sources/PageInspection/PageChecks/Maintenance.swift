extension PageCheck {
  /// A site that reports that it is down and will be back.
  static let maintenance = PageCheck(
    id: "maintenance", summary: "The page reports that the site is down for maintenance.", weight: .transient,
    examples: [
      .found("<title>Site under maintenance</title><p>Please wait."),
      .fine("<title>Site maintenance</title>" + String(repeating: "<p>A chapter about it.", count: 200)),
    ]
  ) { visit in
    guard visit.isShorter() else { return nil }
    let phrase =
      Phrases.maintenanceIndex.all(in: visit.title + ["."] + visit.heading).first
      ?? Phrases.maintenanceTitles.first { $0.words == visit.title || $0.words == visit.heading }
      ?? Phrases.maintenanceTextIndex.all(in: visit.isShorter(than: 600) ? visit.text : []).first
    return phrase.flatMap { visit.isNamed($0) ? nil : "down for maintenance: \($0.text)" }
  }
}
