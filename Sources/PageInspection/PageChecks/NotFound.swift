internal import HTTP

extension PageCheck {
  /// A title with no other meaning than a missing page; an article about missing pages has a longer one.
  static let notFound = PageCheck(
    id: "not-found", summary: "The page's title reports only that the page does not exist.", weight: .strong,
    examples: [.found("<title>Some Site | Page not found</title>"), .fine("<title>A history of the 404 error</title>")]
  ) { visit in
    guard let reason = notFoundReason(visit) else { return nil }
    // A page about missing pages has them in its address.
    return NotFoundTitle.isSubject(of: visit.requested.url) ? nil : reason
  }

  private static func notFoundReason(_ visit: PageVisit) -> String? {
    if visit.isRedirected, NotFoundTitle.isPlace(visit.reached.url) { return "redirected to a not-found page" }
    for (title, words) in [(visit.page.title, visit.title), (visit.page.heading, visit.heading)] {
      guard let title, NotFoundTitle.mayBeOne(words) else { continue }
      let phrase = NotFoundTitle.phrase(in: title, host: visit.reached.host, site: visit.page.siteName)
      if let phrase, !visit.isNamed(phrase) { return "its title is “\(title.prefix(80))”" }
    }
    return nil
  }
}
