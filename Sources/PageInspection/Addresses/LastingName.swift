internal import HTTP

/// Lasting names: addresses that lead to wherever a thing is at the time, and that are cited instead of its address.
public enum LastingName {
  /// Whether the host, in lower case, gives lasting names.
  public static func isOne(_ host: String) -> Bool {
    let labels = host.split(separator: ".")
    if labels.count > 2, let first = labels.first, resolvers.contains(String(first)) { return true }
    return domains.contains(host) || domains.contains(PublicSuffixes.registrableDomain(of: host))
  }

  /// What institutions call their own resolvers: `purl.example.org`.
  private static let resolvers: Set<String> = ["ark", "doi", "handle", "hdl", "pid", "purl", "urn"]

  /// Resolvers of DOIs, handles, ARKs, URNs and PURLs, and of the short names that a publisher keeps.
  private static let domains: Set<String> = [
    "aka.ms", "arks.org", "bioregistry.io", "doi.org", "g.co", "go.microsoft.com", "handle.net", "identifiers.org",
    "n2t.net", "nbn-resolving.de",
    "nbn-resolving.org", "perma.cc", "purl.archive.org", "purl.com", "purl.net", "purl.oclc.org", "purl.org", "urn.fi",
    "urn.kb.se", "urn.nb.no", "w3id.org",
  ]
}
