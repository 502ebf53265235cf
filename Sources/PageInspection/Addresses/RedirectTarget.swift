public import HTTP

/// What the URL of a redirect's target says about the page.
public enum TargetPage {
  /// Whether a redirect leads to a page for signing in or for consent, and the link does not.
  public static func isEntrance(_ new: WebAddress, from old: WebAddress) -> Bool {
    isEntrance(new) && !isEntrance(old)
  }

  /// Whether a URL is that of a page for signing in or for consent.
  ///
  /// A part of the path must say so, or the first label of the host; some words do only where the query has a way back, as manuals
  /// and projects have such names too.
  static func isEntrance(_ address: WebAddress) -> Bool {
    let hasWayBack = !queryNames(address.url).isDisjoint(with: waysBack)
    let isOne: (Set<String>) -> Bool = { words in
      !words.isDisjoint(with: certain) || (hasWayBack && !words.isDisjoint(with: likely))
    }
    let isBelow = address.host != PublicSuffixes.registrableDomain(of: address.host)
    if isBelow, let label = address.host.split(separator: ".").first, isOne([String(label)]) { return true }
    var segments = segments(of: address.url)
    // Further parts are the names of projects.
    if projectHosts.contains(address.host) { segments = Array(segments.prefix(1)) }
    for (index, segment) in segments.enumerated() {
      let isNear = segments.count - index <= 2 || hasWayBack
      let isAllOfIt = segment.allSatisfy { certain.contains($0) || likely.contains($0) || fillers.contains($0) }
      if isNear, isAllOfIt, isOne(Set(segment)) || signsIn(segment) { return true }
      if segment == ["new"], index > 0, !Set(segments[index - 1]).isDisjoint(with: ["session", "sessions"]) {
        return true
      }
    }
    return false
  }

  /// Whether a URL's query, or a parameter in its path, carries a session or a way back.
  public static func carriesSession(_ url: String) -> Bool {
    let url = url.lowercased()
    let isCookieless = url.split(separator: "/").contains { $0.hasPrefix("(s(") && $0.hasSuffix("))") }
    return isCookieless || !queryNames(url).isDisjoint(with: sessions.union(waysBack))
  }

  /// Whether a redirect chose a language: the new URL names one that the old one does not.
  public static func choosesLanguage(_ new: WebAddress, from old: WebAddress) -> Bool {
    !LanguageTag.all(in: new).isSubset(of: LanguageTag.all(in: old))
  }

  /// The names in a URL's query and of the parameters in its path, in lower case.
  private static func queryNames(_ url: String) -> Set<String> {
    let url = url.lowercased()
    guard let start = url.firstIndex(where: { $0 == "?" || $0 == ";" }) else { return [] }
    return Set(
      url[start...].split { $0 == "?" || $0 == ";" || $0 == "&" }.compactMap {
        $0.split(separator: "=").first.map(String.init)
      })
  }

  /// The words of each part of a URL's path, its ending aside.
  private static func segments(of url: String) -> [[String]] {
    let path = url.lowercased().prefix { $0 != "?" && $0 != ";" }.split(separator: "/").dropFirst(2)
    return path.map { part in
      let name = part.split(separator: ".").first ?? ""
      return name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
  }

  private static func signsIn(_ segment: [String]) -> Bool {
    zip(segment, segment.dropFirst()).contains { ["sign", "log"].contains($0) && ["in", "on", "up"].contains($1) }
  }

  private static let projectHosts: Set<String> = ["github.com", "codeberg.org", "sr.ht", "hub.docker.com"]

  private static let certain: Set<String> = [
    "login", "logon", "signin", "signon", "signup", "servicelogin", "authwall", "consent", "collectconsent", "saml2",
    "adfs", "captcha",
  ]

  private static let likely: Set<String> = [
    "auth", "sso", "saml", "oauth", "oauth2", "oidc", "authorize", "authenticate", "session", "sessions", "account",
    "accounts", "id",
    "idp", "checkpoint", "register",
  ]

  /// What stands beside those words without another meaning.
  private static let fillers: Set<String> = [
    "sign", "log", "in", "on", "up", "user", "users", "new", "form", "page", "required", "please", "wp", "v1", "v2",
    "v3",
    "member", "members", "begin", "start", "need",
  ]

  private static let sessions: Set<String> = [
    "phpsessid", "jsessionid", "sessionid", "session_id", "sid", "session", "token", "access_token", "code", "state",
    "cfid", "cftoken", "zenid", "oscsid",
  ]

  private static let waysBack: Set<String> = [
    "return_to", "returnto", "return", "returnurl", "return_url", "redirect", "redirect_to", "redirect_uri",
    "redirecturl",
    "redirect_url", "continue", "next", "goto", "dest", "destination", "back", "backurl", "back_url", "came_from",
    "service",
    "samlrequest", "relaystate", "client_id", "response_type", "followup", "callbackurl", "fromurl", "session_redirect",
  ]
}
