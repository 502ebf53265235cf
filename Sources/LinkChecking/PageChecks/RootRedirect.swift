extension PageCheck {
  /// What was deep in a site is gone where its address leads to the site's front page.
  static let root = PageCheck(
    id: "root", summary: "A deep link was redirected to the front page of its site.", weight: .strong
  ) { visit in
    guard visit.isRedirected, isFront(visit.reached.url), !isFront(visit.asked.url) else { return nil }
    // A site that became a single page has its parts there.
    guard !visit.namesPart else { return nil }
    let (old, new) = (visit.asked.host, visit.reached.host)
    guard PublicSuffixes.registrableDomain(of: old) == PublicSuffixes.registrableDomain(of: new) else { return nil }
    // A project that got a host of its own has its name in its old address.
    let path = Words.of(String(visit.asked.url.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }))
    let label = new.split(separator: ".").first.map(String.init) ?? ""
    guard bare(old) == bare(new) || !path.contains(label) else { return nil }
    return "redirected to the front page"
  }

  /// Whether a URL is that of a site's front page, in whatever language.
  static func isFront(_ url: String) -> Bool {
    let rest = url.lowercased().drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" && $0 != "?" }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let hasContent = parts.dropFirst().joined().split(separator: "&").contains { pair in
      let name = pair.prefix { $0 != "=" }
      return !name.hasPrefix("utm_") && !LanguageTag.names.contains(String(name)) && !traces.contains(String(name))
    }
    return !hasContent
      && (parts.first ?? "").split(separator: "/").allSatisfy { segment in
        let name = segment.prefix { $0 != "." }
        return LanguageTag.isOne(name) || fronts.contains(String(name))
      }
  }

  private static let fronts: Set<String> = ["home", "homepage", "index", "default", "main", "welcome"]

  /// What sites add to the address of their front page to know where a visitor came from.
  private static let traces: Set<String> = [
    "404", "error", "from", "notfound", "not_found", "not-found", "redirect", "redirected", "redirectedfrom", "ref",
    "referrer", "source", "src",
  ]

  private static func bare(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }
}
