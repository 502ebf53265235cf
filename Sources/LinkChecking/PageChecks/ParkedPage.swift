extension PageCheck {
  /// A domain that is for sale, or a server on which nobody has put anything yet.
  static let parked = PageCheck(
    id: "parked", summary: "The page is one that a registrar or a web server shows by default.", weight: .strong
  ) { visit in
    if visit.isRedirected, Phrases.parkingHosts.contains(PublicSuffixes.registrableDomain(of: visit.reached.host)) {
      return "redirected to a market for domains"
    }
    let title = Words.of(visit.page.title ?? visit.page.heading ?? "")
    if let phrase = Phrases.defaultTitles.first(where: { title.starts(with: $0.words) && !visit.isNamed($0) }) {
      return "the default page of a server: \(phrase.text)"
    }
    // An article may quote these words, but it has many others.
    guard visit.page.text.utf8.count < 2048 else { return nil }
    let words = Words.of(visit.page.text) + title
    let phrase = Phrases.parking.all(in: words).first { !visit.isNamed($0) }
    return phrase.map { "a parked domain: \($0.text)" }
  }
}
