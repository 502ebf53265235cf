internal import HTTP

extension PageCheck {
  /// A domain that is for sale, or a server without a site.
  static let parked = PageCheck(
    id: "parked", summary: "The page is the default page of a registrar or a web server.", weight: .strong,
    examples: [
      .found("<title>project.example</title><p>This domain is for sale!"), .found("<title>Welcome to nginx!</title>"),
      .fine("<title>Domains for everyone</title><p>How a domain gets its name."),
    ]
  ) { visit in
    if isSold(visit) { return "redirected to a domain marketplace" }
    if visit.page.isMarkedParked || isParkingScript(visit) { return "the domain is parked" }
    let title = visit.page.title == nil ? visit.heading : visit.title
    // An article may have these words too, but it has many others.
    let isShort = visit.isShorter()
    let phrase = Phrases.defaultTitles.first { phrase in
      guard title.starts(with: phrase.words), !visit.isNamed(phrase) else { return false }
      return isShort || phrase.words.count == title.count || phrase.words.count > 3
    }
    if let phrase { return "a server's default page: \(phrase.text)" }
    guard isShort else { return nil }
    let offer = Phrases.parkingIndex.all(in: visit.text + ["."] + title).first { !visit.isNamed($0) }
    return offer.map { "the domain is parked: \($0.text)" }
  }

  /// Whether a redirect leads to a domain marketplace, or to a host that only parking services use.
  private static func isSold(_ visit: PageVisit) -> Bool {
    let (old, new) = (visit.requested.host, visit.reached.host)
    guard old != new else { return false }
    let domain = PublicSuffixes.registrableDomain(of: new)
    guard PublicSuffixes.registrableDomain(of: old) == domain else {
      return Phrases.parkingHosts.contains(domain)
        || Phrases.parkingPlaces.contains { visit.reached.url.hasPrefix("https://" + $0) }
    }
    // ww1.example.org and ww25.example.org.
    let label = new.prefix { $0 != "." }
    return label.hasPrefix("ww") && label.count > 2 && label.dropFirst(2).allSatisfy(\.isNumber)
  }

  /// Whether the page is one script that leads to a registrar's page.
  private static func isParkingScript(_ visit: PageVisit) -> Bool {
    visit.page.text.isEmpty && visit.page.scripts > 0
      && visit.body.beginning(contains: "window.location.href=\"/lander\"")
  }
}
