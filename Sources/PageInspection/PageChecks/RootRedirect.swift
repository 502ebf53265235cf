internal import HTTP

extension PageCheck {
  /// What was deep in a site is gone where its address leads to a front page, be it that of another site.
  static let root = PageCheck(
    id: "root", summary: "A deep link was redirected to the front page of its site, or of another.", weight: .strong
  ) { visit in
    guard visit.isRedirected, SitePath(visit.reached.url).isFront else { return nil }
    let path = SitePath(visit.asked.url)
    // A site that became a single page has its parts there.
    guard !path.isFront, !visit.namesPart else { return nil }
    let (old, new) = (visit.asked.host, visit.reached.host)
    let domain = PublicSuffixes.registrableDomain(of: old)
    guard domain == PublicSuffixes.registrableDomain(of: new) else {
      // Whoever registers a lasting name leads it where the thing lives now.
      guard path.isDeep, !forwarders.contains(domain), !isProject(visit, path) else { return nil }
      return "redirected to the front page of another site"
    }
    // A project that got a host of its own has its name in its old address.
    let label = new.split(separator: ".").first.map(String.init) ?? ""
    let words = Words.of(String(visit.asked.url.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }))
    guard bare(old) == bare(new) || !words.contains(label) else { return nil }
    return "redirected to the front page"
  }

  private static func bare(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

  /// Domains whose addresses are made to lead elsewhere.
  private static let forwarders: Set<String> = [
    "aka.ms", "doi.org", "g.co", "goo.gl", "handle.net", "identifiers.org", "lnkd.in", "n2t.net", "purl.org",
    "w3id.org",
  ]

  /// Whether the new site bears the name of what was linked: a project that got a domain of its own.
  ///
  /// Its name is what the list calls it, or what the old address ended in.
  private static func isProject(_ visit: PageVisit, _ path: SitePath) -> Bool {
    let labels = ownLabels(of: visit.reached.host)
    let last = path.segments.last.map { $0.prefix { $0 != "." } } ?? ""
    return (visit.names + [String(last)]).contains { name in
      let words = Words.of(name)
      let whole = words.joined()
      return labels.contains { label in
        (words.contains(label) && label.count > 2 && !Words.common.contains(label)) || isNamed(label, whole)
      }
    }
  }

  /// The labels of a host that somebody chose, without the hyphens in them: `tool` of `www.tool.example.co.uk` as well as `example`.
  private static func ownLabels(of host: String) -> [String] {
    let domain = PublicSuffixes.registrableDomain(of: host)
    let chosen = host.dropLast(domain.count).split(separator: ".") + domain.split(separator: ".").prefix(1)
    return chosen.map { $0.filter { $0 != "-" } }.filter { $0 != "www" && !$0.isEmpty }
  }

  /// Whether a label is a name, or one with what projects add where their name is taken: `gettool`, `toolhq`.
  private static func isNamed(_ label: String, _ name: String) -> Bool {
    if label == name { return true }
    guard name.count > 2, label.hasPrefix(name) || label.hasSuffix(name) else { return false }
    let rest = label.hasPrefix(name) ? label.dropFirst(name.count) : label.dropLast(name.count)
    return affixes.contains(String(rest))
  }

  private static let affixes: Set<String> = [
    "ai", "app", "db", "dev", "docs", "framework", "get", "go", "hq", "io", "js", "lab", "labs", "lang", "ml", "my",
    "official", "org", "project", "py", "rs", "software", "team", "the", "try", "use",
  ]
}
