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
    let known = Set(pairs(of: old).map { name(of: $0).lowercased() })
    return pairs(of: new).compactMap { pair in
      let name = name(of: pair)
      guard !known.contains(name.lowercased()), let kind = kind(of: name.lowercased()) else { return nil }
      return AddedParameter(name: name, kind: kind)
    }
  }

  /// The new URL without the traces that a redirect added; `nil` where it added none.
  public static func withoutTraces(_ new: WebAddress, from old: WebAddress) -> WebAddress? {
    let traces = Set(all(in: new, from: old).filter { $0.kind == .trace }.map(\.name))
    guard !traces.isEmpty, let query = new.url.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
    let kept = pairs(of: new).filter { !traces.contains(name(of: $0)) }.joined(separator: "&")
    let url = new.url[..<query] + (kept.isEmpty ? "" : "?" + kept)
    return (try? WebAddress(String(url)))?.with(fragment: new.fragment)
  }

  private static func pairs(of address: WebAddress) -> [Substring] {
    guard let start = address.url.utf8.firstIndex(of: UInt8(ascii: "?")) else { return [] }
    return address.url[start...].dropFirst().split(separator: "&")
  }

  private static func name(of pair: Substring) -> String { String(pair.upTo("=")) }

  private static func kind(of name: String) -> Kind? {
    if signatures.contains(name) || signaturePrefixes.contains(where: { name.begins(with: $0) }) { return .signature }
    if authorizations.contains(name) { return .authorization }
    if sessions.contains(name) { return .session }
    return TrackingParameters.contains(name) || traces.contains(name) ? .trace : nil
  }

  /// Of Amazon S3 and CloudFront, Google Cloud Storage, Azure, Alibaba and Akamai.
  private static let signaturePrefixes = ["x-amz-", "x-goog-", "x-oss-"]
  private static let signatures: Set<String> = [
    "signature", "sig", "sign", "expires", "exp", "policy", "key-pair-id", "awsaccesskeyid", "googleaccessid",
    "ossaccesskeyid", "hmac", "hdnea", "hdnts", "__gda__", "__token__", "wssecret", "verify",
    "response-content-disposition",
  ]

  static let authorizations: Set<String> = [
    "token", "access_token", "id_token", "refresh_token", "jwt", "auth", "auth_token", "authtoken", "authorization",
    "ticket", "code", "state", "nonce", "api_key", "apikey", "secret", "password", "otp", "samlresponse",
  ]

  static let sessions: Set<String> = [
    "phpsessid", "jsessionid", "sessionid", "session_id", "sid", "session", "cfid", "cftoken", "zenid", "oscsid",
    "aspsessionid",
    "visitor_id", "visitorid",
  ]

  /// What a link itself may select a page by, but a redirect adds only to tell where it came from.
  static let traces: Set<String> = [
    "404", "error", "from", "notfound", "not_found", "not-found", "redirect", "redirected", "redirectedfrom", "ref",
    "ref_", "ref_src", "referer", "referrer", "source", "src",
  ]
}
