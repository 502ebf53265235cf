extension PageCheck {
  /// What was deep in a site is gone where its address leads to the site's front page.
  static let root = PageCheck(
    id: "root", summary: "A deep link was redirected to the front page of its site.", weight: .strong
  ) { visit in
    guard visit.isRedirected, isFront(visit.reached.url), !isFront(visit.asked.url) else { return nil }
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
    let rest = url.drop { $0 != ":" }.dropFirst(3)
    let path = rest.drop { $0 != "/" && $0 != "?" }
    guard !path.contains("?") else { return false }
    let segments = path.split(separator: "/").map { $0.lowercased() }
    return segments.allSatisfy { segment in
      isLanguage(segment) || segment == "home" || segment.hasPrefix("index.") || segment == "index"
        || segment.hasPrefix("default.")
    }
  }

  /// Whether a segment is the tag of a language that sites have a front page for, with or without a region.
  private static func isLanguage(_ segment: String) -> Bool {
    let parts = segment.split { $0 == "-" || $0 == "_" }
    guard let language = parts.first, parts.count <= 2, segment.utf8.count <= 7 else { return false }
    return languages.contains(String(language))
  }

  private static let languages: Set<String> = [
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl", "he", "hi", "hr",
    "hu",
    "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th",
    "tr",
    "uk", "us", "vi", "zh",
  ]

  private static func bare(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }
}
