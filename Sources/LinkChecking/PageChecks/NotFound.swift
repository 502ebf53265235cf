extension PageCheck {
  /// A title that says nothing but that there is nothing; an article about such pages says more.
  static let notFound = PageCheck(
    id: "not-found", summary: "The page's title says only that there is no such page.", weight: .strong
  ) { visit in
    // A page that is about such pages says so in its address.
    guard !NotFoundTitle.isSubject(of: visit.asked.url) else { return nil }
    if visit.isRedirected, NotFoundTitle.isPlace(visit.reached.url) {
      return "redirected to an address for pages that are not there"
    }
    for title in [visit.page.title, visit.page.heading].compactMap(\.self) {
      let phrase = NotFoundTitle.phrase(in: title, host: visit.reached.host, site: visit.page.siteName)
      if let phrase, !visit.isNamed(phrase) { return "its title says: \(title.prefix(80))" }
    }
    return nil
  }

  /// The same words among others mean less.
  static let notFoundAmongWords = PageCheck(
    id: "not-found-among-words", summary: "A short page says that there is no such page.", weight: .weak
  ) { visit in
    let isShort = visit.page.text.utf8.count < 1500
    let words = Words.of(visit.page.title ?? "") + (isShort ? ["."] + Words.of(visit.page.text) : [])
    let phrase = Phrases.notFound.first { phrase in
      phrase.words.count > 1 && Words.contain(words, phrase.words) && !visit.isNamed(phrase)
    }
    return phrase.map { "it says: \($0.text)" }
  }
}
