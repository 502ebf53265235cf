public import HTTP
internal import Source

/// What the URL at the end of a redirect shows about its page.
public enum RedirectTarget {
  /// Whether a redirect leads to a login or consent page, and the link itself does not.
  public static func isLogin(_ new: WebAddress, from old: WebAddress) -> Bool {
    isLogin(new) && !isLogin(old)
  }

  /// Whether a URL is that of a login or consent page.
  ///
  /// A segment of the path or the first label of the host must name it. Ambiguous words count only with a return address in the query,
  /// as manuals and projects have such names too.
  static func isLogin(_ address: WebAddress) -> Bool {
    let hasReturnAddress = !queryNames(address.url).isDisjoint(with: returnParameters)
    let isOne: (Set<String>) -> Bool = { words in
      !words.isDisjoint(with: certain) || (hasReturnAddress && !words.isDisjoint(with: likely))
    }
    let isBelow = address.host != PublicSuffixes.registrableDomain(of: address.host)
    if isBelow, let label = address.host.split(separator: ".").first, isOne([String(label)]) { return true }
    var segments = segments(of: address.url)
    // Later segments are the names of projects.
    if projectHosts.contains(address.host) { segments = Array(segments.prefix(1)) }
    for (index, segment) in segments.enumerated() {
      let isNear = segments.count - index <= 2 || hasReturnAddress
      let isAllOfIt = segment.allSatisfy { certain.contains($0) || likely.contains($0) || fillers.contains($0) }
      if isNear, isAllOfIt, isOne(Set(segment)) || signsIn(segment) { return true }
      if segment == ["new"], index > 0, !Set(segments[index - 1]).isDisjoint(with: ["session", "sessions"]) {
        return true
      }
    }
    return false
  }

  /// Whether a URL's query, or a parameter in its path, has a session or a return address.
  public static func hasSession(_ url: String) -> Bool {
    let url = url.lowercased()
    let isCookieless = url.split(separator: "/").contains { $0.hasPrefix("(s(") && $0.hasSuffix("))") }
    return isCookieless || !queryNames(url).isDisjoint(with: sessions.union(returnParameters))
  }

  /// Whether a redirect chose a language: the new URL names one that the old URL does not, or not the one that the old URL names. English is
  /// what sites are in without a name.
  public static func choosesLanguage(_ new: WebAddress, from old: WebAddress) -> Bool {
    let (chosen, wanted) = (LanguageTag.all(in: new), LanguageTag.all(in: old))
    return !chosen.isSubset(of: wanted) || !wanted.subtracting(chosen).allSatisfy { $0.begins(with: "en") }
  }

  /// Whether a redirect chose a version: the new URL names one, or that it is the latest, where the old URL does not name one or wants
  /// the latest.
  public static func choosesVersion(_ new: WebAddress, from old: WebAddress) -> Bool {
    VersionTag.all(in: new).contains(where: \.isNamed) && !VersionTag.all(in: old).contains { !$0.isLatest }
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

  /// The words of each segment of a URL's path, without its file extension.
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

  /// Words that do not change the meaning of the others.
  private static let fillers: Set<String> = [
    "sign", "log", "in", "on", "up", "user", "users", "new", "form", "page", "required", "please", "wp", "v1", "v2",
    "v3",
    "member", "members", "begin", "start", "need",
  ]

  private static let sessions = AddedParameter.sessions.union(AddedParameter.authorizations)

  private static let returnParameters: Set<String> = [
    "return_to", "returnto", "return", "returnurl", "return_url", "redirect", "redirect_to", "redirect_uri",
    "redirecturl",
    "redirect_url", "continue", "next", "goto", "dest", "destination", "back", "backurl", "back_url", "came_from",
    "service",
    "samlrequest", "relaystate", "client_id", "response_type", "followup", "callbackurl", "fromurl", "session_redirect",
  ]
}
