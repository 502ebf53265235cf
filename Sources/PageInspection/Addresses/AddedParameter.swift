public import HTTP
internal import Source

/// A parameter that a redirect added to a query and that belongs to one visit, not to the page.
public struct AddedParameter: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// It signs the URL, which works for a while only.
    case signature
    /// It says what the visitor may do.
    case authorization
    case session
    /// It says where the visitor comes from.
    case trace
  }

  /// As the URL has it.
  public let name: String
  public let kind: Kind

  /// Those that a redirect added, in the order of the new query.
  public static func all(in new: WebAddress, from old: WebAddress) -> [AddedParameter] {
    let known = Set(pairs(of: old).map { $0.name.lowercased() })
    return pairs(of: new).compactMap { pair in
      let name = pair.name.lowercased()
      guard !known.contains(name), let kind = kind(of: name) ?? kind(ofValue: pair.value) else { return nil }
      return AddedParameter(name: pair.name, kind: kind)
    }
  }

  /// The new URL without the traces that a redirect added; `nil` where it added none.
  public static func withoutTraces(_ new: WebAddress, from old: WebAddress) -> WebAddress? {
    let traces = Set(all(in: new, from: old).filter { $0.kind == .trace }.map(\.name))
    guard !traces.isEmpty, let query = new.url.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
    let kept = pairs(of: new).filter { !traces.contains($0.name) }
    let rest = kept.enumerated().map { ($0 == 0 ? "" : $1.separator) + $1.text }.joined()
    let url = new.url[..<query] + (kept.isEmpty ? "" : "?" + rest)
    return (try? WebAddress(String(url)))?.with(fragment: new.fragment)
  }

  /// A part of a query.
  private struct Pair {
    /// What divides it from the part before it: `&`, `;`, or `&amp;`, which some servers send by mistake.
    var separator: String
    let text: Substring

    /// As a server reads it.
    var name: String { PercentEncoding.decode(String(text.upTo("="))) }
    var value: Substring {
      text.upTo("=").endIndex == text.endIndex ? "" : text[text.upTo("=").endIndex...].dropFirst()
    }
  }

  private static func pairs(of address: WebAddress) -> [Pair] {
    guard let start = address.url.utf8.firstIndex(of: UInt8(ascii: "?")) else { return [] }
    var pairs: [Pair] = []
    var rest = address.url[start...]
    while let separator = rest.unicodeScalars.first {
      let text = rest.dropFirst().upTo("&;")
      rest = rest[text.endIndex...]
      if pairs.last?.text == "amp", separator == ";" {
        pairs.removeLast()
        pairs.append(Pair(separator: "&amp;", text: text))
      } else {
        pairs.append(Pair(separator: String(separator), text: text))
      }
    }
    return pairs.filter { !$0.text.isEmpty }
  }

  private static func kind(of name: String) -> Kind? {
    if signatures.contains(name) || signaturePrefixes.contains(where: { name.begins(with: $0) }) { return .signature }
    if authorizations.contains(name) { return .authorization }
    if sessions.contains(name) || sessionPrefixes.contains(where: { name.begins(with: $0) }) { return .session }
    return TrackingParameters.contains(name) || traces.contains(name) || visits.contains(name) || name.holds("cookie")
      ? .trace : nil
  }

  /// The kind of a parameter with an unknown name: a JSON Web Token lets one visitor in, and a time is that of the visit.
  private static func kind(ofValue value: Substring) -> Kind? {
    if value.begins(with: "eyJ") { return .authorization }
    // Seconds or milliseconds since 1970, from 2001 on.
    let isTime = [10, 13].contains(value.utf8.count) && value.utf8.first == UInt8(ascii: "1")
    return isTime && value.utf8.allSatisfy(\.isASCIIDigit) ? .trace : nil
  }

  /// Of Amazon S3 and CloudFront, Google Cloud Storage, Azure, Alibaba and Akamai.
  private static let signaturePrefixes = ["x-amz-", "x-goog-", "x-oss-"]
  private static let signatures: Set<String> = [
    "signature", "sig", "sign", "expires", "exp", "policy", "key-pair-id", "awsaccesskeyid", "googleaccessid",
    "ossaccesskeyid", "hmac", "hdnea", "hdnts", "__gda__", "__token__", "wssecret", "verify",
    "response-content-disposition", "st", "md5", "hash", "expiry", "expire", "auth_key", "x-signature", "x-expires",
  ]

  static let authorizations: Set<String> = [
    "token", "access_token", "id_token", "refresh_token", "jwt", "auth", "auth_token", "authtoken", "authorization",
    "ticket", "code", "state", "nonce", "api_key", "apikey", "secret", "password", "otp", "samlresponse",
    "key", "access_key", "accesskey", "session_state", "csrf", "_csrf", "csrf_token", "pass", "pwd",
  ]

  static let sessions: Set<String> = [
    "phpsessid", "jsessionid", "sessionid", "session_id", "sid", "session", "cfid", "cftoken", "zenid", "oscsid",
    "aspsessionid", "sess", "sessid", "session_key", "visitor_id", "visitorid", "uid", "user_id", "userid",
    "device_id", "deviceid", "authuser",
  ]

  /// Of Cloudflare's challenges, and of publishers that show Google's visitors one page.
  private static let sessionPrefixes = ["__cf_chl_", "gaa_"]

  /// What a link itself may select a page by, but a redirect adds only to tell where it came from.
  static let traces: Set<String> = [
    "404", "error", "from", "notfound", "not_found", "not-found", "redirect", "redirected", "redirectedfrom", "ref",
    "ref_", "ref_src", "referer", "referrer", "source", "src",
  ]

  /// What a redirect adds about the visit, but a link itself selects a page by.
  private static let visits: Set<String> = [
    "redir", "rdr", "via", "frm", "feature", "si", "share",
    "trk", "trkinfo", "tracking_id", "trackingid", "hsctatracking", "scm", "country", "geo", "_", "ts", "timestamp",
    "rand", "nocache", "cachebust",
  ]
}
