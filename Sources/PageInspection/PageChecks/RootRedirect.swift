internal import HTTP

extension PageCheck {
  /// A page deep in a site is gone if its address leads to a front page, even that of another site.
  static let root = PageCheck(
    id: "root", summary: "A deep link was redirected to the front page of a site.", weight: .strong,
    examples: [
      .found("<title>Project</title>", reached: "https://project.example/en/"),
      .found("<title>A</title>", requested: "https://old.example/docs/x", reached: "https://new.test/"),
      .fine("<title>A</title>", requested: "https://forge.example/me/tool", reached: "https://tool.test/"),
    ]
  ) { visit in
    guard visit.isRedirected, SitePath(visit.reached.url).isFront else { return nil }
    let path = SitePath(visit.requested.url)
    // A site that became one page has its parts there.
    guard !path.isFront, !visit.hasFragment else { return nil }
    let (old, new) = (visit.requested.host, visit.reached.host)
    let domain = PublicSuffixes.registrableDomain(of: old)
    guard domain == PublicSuffixes.registrableDomain(of: new) else {
      // A lasting name leads to the current site.
      guard path.isDeep, !LastingName.isOne(old), !shortLinks.contains(domain), !isProject(visit, path) else {
        return nil
      }
      return "redirected to the front page of another site"
    }
    // A project that moved to its own host has its name in the old address.
    let label = new.split(separator: ".").first.map(String.init) ?? ""
    let words = Words.of(String(visit.requested.url.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }))
    guard bare(old) == bare(new) || !words.contains(label) else { return nil }
    return "redirected to the front page"
  }

  private static func bare(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

  /// Domains of short links, whose targets are other sites.
  private static let shortLinks: Set<String> = ["g.co", "goo.gl", "lnkd.in"]

  /// Whether the new site has the name of the linked project, which got its own domain.
  ///
  /// The name is the list's name for it, or the last segment of the old address.
  private static func isProject(_ visit: PageVisit, _ path: SitePath) -> Bool {
    let labels = ownLabels(of: visit.reached.host)
    let last = path.segments.last.map { $0.prefix { $0 != "." } } ?? ""
    return (visit.names + [String(last)]).contains { name in
      let words = Words.of(name)
      let whole = words.joined()
      return labels.contains { label in
        (words.contains(label) && label.count > 2 && !Words.stopWords.contains(label)) || isNamed(label, whole)
      }
    }
  }

  /// The labels of a host that its owner chose, without hyphens: `tool` and `example` of `www.tool.example.co.uk`.
  private static func ownLabels(of host: String) -> [String] {
    let domain = PublicSuffixes.registrableDomain(of: host)
    let chosen = host.dropLast(domain.count).split(separator: ".") + domain.split(separator: ".").prefix(1)
    return chosen.map { $0.filter { $0 != "-" } }.filter { $0 != "www" && !$0.isEmpty }
  }

  /// Whether a label is a name, or a name with an affix for one that is taken: `gettool`, `toolhq`.
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
