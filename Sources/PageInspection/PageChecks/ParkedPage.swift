internal import HTTP

extension PageCheck {
  /// A domain that is for sale, or a server on which nobody has put anything yet.
  static let parked = PageCheck(
    id: "parked", summary: "The page is one that a registrar or a web server shows by default.", weight: .strong
  ) { visit in
    if isSoldElsewhere(visit) { return "redirected to a market for domains" }
    if visit.page.isMarkedParked || isLander(visit) { return "a parked domain" }
    let title = visit.page.title == nil ? visit.heading : visit.title
    // An article may have or quote these words, but it has many others.
    let isShort = visit.isShorter()
    let phrase = Phrases.defaultTitles.first { phrase in
      guard title.starts(with: phrase.words), !visit.isNamed(phrase) else { return false }
      return isShort || phrase.words.count == title.count || phrase.words.count > 3
    }
    if let phrase { return "the default page of a server: \(phrase.text)" }
    guard isShort else { return nil }
    let offer = Phrases.parkingIndex.all(in: visit.text + ["."] + title).first { !visit.isNamed($0) }
    return offer.map { "a parked domain: \($0.text)" }
  }

  /// Whether a redirect led from another domain to one where domains are sold, or to a host that only parking services make.
  private static func isSoldElsewhere(_ visit: PageVisit) -> Bool {
    let (old, new) = (visit.asked.host, visit.reached.host)
    guard old != new else { return false }
    let domain = PublicSuffixes.registrableDomain(of: new)
    guard PublicSuffixes.registrableDomain(of: old) == domain else {
      return Phrases.parkingHosts.contains(domain)
        || Phrases.parkingPlaces.contains { visit.reached.url.hasPrefix("https://" + $0) }
    }
    // ww1.example.org and ww25.example.org, never asked for by anybody.
    let label = new.prefix { $0 != "." }
    return label.hasPrefix("ww") && label.count > 2 && label.dropFirst(2).allSatisfy(\.isNumber)
  }

  /// A page of one script that leads to a registrar's own page.
  private static func isLander(_ visit: PageVisit) -> Bool {
    visit.page.text.isEmpty && visit.page.scripts > 0
      && visit.body.beginning(contains: "window.location.href=\"/lander\"")
  }
}
