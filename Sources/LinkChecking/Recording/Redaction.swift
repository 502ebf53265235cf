internal import Source

/// What hides secrets in text that is shown.
enum Redaction {
  /// The URL without user name and password, and with `***` in the place of what its query says under a name of secrets.
  static func record(_ text: String) -> String {
    let text = Credentials.hidden(inURL: text)
    guard let start = text.firstIndex(of: "?") else { return text }
    let end = text[start...].firstIndex(of: "#") ?? text.endIndex
    let pairs = text[text.index(after: start)..<end].split(separator: "&", omittingEmptySubsequences: false).map {
      pair in
      let name = pair.prefix { $0 != "=" }
      return secretNames.contains(name.lowercased()) && name.count < pair.count ? name + "=***" : String(pair)
    }
    return text[...start] + pairs.joined(separator: "&") + text[end...]
  }

  private static let secretNames: Set<String> = [
    "access_token", "api_key", "apikey", "auth", "code", "jsessionid", "key", "passwd", "password", "phpsessid", "pwd",
    "secret", "session", "session_id", "sessionid", "sid", "sig", "signature", "ticket", "token", "x-amz-credential",
    "x-amz-security-token", "x-amz-signature", "x-goog-signature",
  ]
}
