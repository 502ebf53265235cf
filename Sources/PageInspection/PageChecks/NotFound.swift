internal import HTTP

extension PageCheck {
  /// A title that says nothing but that there is nothing; an article about such pages says more.
  static let notFound = PageCheck(
    id: "not-found", summary: "The page's title says only that there is no such page.", weight: .strong
  ) { visit in
    guard let reason = notFoundReason(visit) else { return nil }
    // A page that is about such pages says so in its address.
    return NotFoundTitle.isSubject(of: visit.asked.url) ? nil : reason
  }

  private static func notFoundReason(_ visit: PageVisit) -> String? {
    if visit.isRedirected, NotFoundTitle.isPlace(visit.reached.url) {
      return "redirected to an address for pages that are not there"
    }
    for (title, words) in [(visit.page.title, visit.title), (visit.page.heading, visit.heading)] {
      guard let title, NotFoundTitle.mayBeOne(words) else { continue }
      let phrase = NotFoundTitle.phrase(in: title, host: visit.reached.host, site: visit.page.siteName)
      if let phrase, !visit.isNamed(phrase) { return "its title says: \(title.prefix(80))" }
    }
    return nil
  }

  /// The same words among others mean less.
  static let notFoundAmongWords = PageCheck(
    id: "not-found-among-words", summary: "A short page says that there is no such page.", weight: .weak
  ) { visit in
    let words = visit.title + (visit.isShorter(than: 1500) ? ["."] + visit.text : [])
    let phrase = Phrases.notFoundAmongWords.all(in: words).first { !visit.isNamed($0) }
    return phrase.map { "it says: \($0.text)" }
  }
}
