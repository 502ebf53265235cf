/// What the URL of a redirect's target says about the page.
enum TargetPage {
  /// Whether it is a page for signing in or for consent, by a whole word in its path or host.
  ///
  /// - Parameter url: in lower case.
  static func isEntrance(_ url: String) -> Bool {
    let place = url.prefix { $0 != "?" }
    let words = place.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.contains { entrances.contains($0) }
      || zip(words, words.dropFirst()).contains { $0 == "sign" && $1 == "in" }
  }

  /// Whether its query, or a path parameter, carries a session or a way back.
  ///
  /// - Parameter url: in lower case.
  static func carriesSession(_ url: String) -> Bool {
    guard let start = url.firstIndex(where: { $0 == "?" || $0 == ";" }) else { return false }
    let names = url[start...].split { $0 == "?" || $0 == ";" || $0 == "&" }.compactMap {
      $0.split(separator: "=").first.map(String.init)
    }
    return names.contains { sessions.contains($0) }
  }

  /// Whether the two differ in nothing but a language, as `/` and `/en-us/` do.
  static func differsByLanguage(_ old: String, _ new: String) -> Bool {
    let (left, right) = (segments(old), segments(new))
    guard left != right else { return false }
    return left.filter { !isLanguage($0) } == right.filter { !isLanguage($0) }
  }

  /// The parts of a URL after its scheme.
  private static func segments(_ url: String) -> [Substring] {
    let parts = url.split(separator: "/")
    return Array(parts.dropFirst())
  }

  /// Whether a segment is a language tag of two letters, with or without a region (RFC 5646).
  private static func isLanguage(_ segment: Substring) -> Bool {
    let parts = segment.split { $0 == "-" || $0 == "_" }
    guard (1...2).contains(parts.count), segment.utf8.count <= 7 else { return false }
    let isLanguage =
      parts[0].utf8.count == 2 && parts[0].utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    return isLanguage && (parts.count == 1 || (2...4).contains(parts[1].utf8.count))
  }

  private static let entrances: Set<String> = [
    "login", "logon", "signin", "signup", "sso", "oauth", "oauth2", "auth", "authorize", "consent", "session",
    "sessions",
    "captcha", "servicelogin", "saml", "saml2", "adfs",
  ]

  private static let sessions: Set<String> = [
    "phpsessid", "jsessionid", "sessionid", "session_id", "sid", "session", "token", "access_token", "code", "state",
    "return_to", "returnurl", "return_url", "redirect_uri", "redirect_url", "continue", "next",
  ]
}
