internal import Source

/// The path and query of a URL, without the parts that a site's front page may have.
public struct SitePath {
  /// The segments in lower case, without those of a front page: `home`, `index.html`, `en`.
  let segments: [String]
  /// Whether the query has more than a language or the visitor's origin.
  let hasQuery: Bool

  public init(_ url: String) {
    let rest = url.lowercased().drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" && $0 != "?" }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    hasQuery = parts.dropFirst().joined().split(separator: "&").contains { pair in
      let name = pair.prefix { $0 != "=" }
      return !TrackingParameters.contains(name) && !LanguageTag.names.contains(String(name))
        && !AddedParameter.traces.contains(String(name))
    }
    segments = (parts.first ?? "").split(separator: "/").map(String.init).filter { segment in
      let name = segment.prefix { $0 != "." }
      return !LanguageTag.isOne(name) && !Self.fronts.contains(String(name))
    }
  }

  /// Whether this is a site's front page, in whatever language.
  public var isFront: Bool { segments.isEmpty && !hasQuery }

  /// Whether this is one page among many, not a section that could be a separate site.
  var isDeep: Bool { segments.count > 1 || hasQuery || segments.last?.contains(".") == true }

  private static let fronts: Set<String> = ["home", "homepage", "index", "default", "main", "welcome"]
}
