/// What hides secrets in text that is shown.
enum Redaction {
  /// The URL with `***` in the place of a user name and password.
  ///
  /// It works on the text, so that a URL that cannot be parsed keeps its secrets too.
  static func url(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let start = authorityStart(bytes) else { return text }
    let delimiters: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\")]
    let end = bytes[start...].firstIndex { delimiters.contains($0) } ?? bytes.endIndex
    guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) else { return text }
    return String(decoding: bytes[..<start] + Array("***".utf8) + bytes[at...], as: UTF8.self)
  }

  /// The URL without user name and password, and with `***` in the place of what its query says under a name of secrets.
  static func record(_ text: String) -> String {
    let text = url(text)
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

  /// Where the authority begins: after `//`, or after the scheme of a web address that forgot its slashes.
  private static func authorityStart(_ bytes: [UInt8]) -> Int? {
    let slashes: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "\\")]
    var start = 0
    var isWeb = false
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), !bytes[..<colon].contains(where: { slashes.contains($0) }) {
      let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
      isWeb = ["http", "https", "ftp", "ws", "wss"].contains(where: scheme.hasSuffix)
      start = colon + 1
    }
    let first = start
    while start < bytes.count, slashes.contains(bytes[start]) { start += 1 }
    return isWeb || start - first >= 2 ? start : nil
  }
}
