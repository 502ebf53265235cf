public import HTTP
import Source

/// The limits and headers of requests to a host, with polite defaults.
public struct HostSettings: Hashable, Sendable {
  /// The time for one exchange.
  public var timeout: Duration = .seconds(20)
  /// The part of it for resolving the name, and again for connecting.
  public var connectTimeout: Duration = .seconds(10)
  /// The number of retries after transient failures, without the second pass.
  public var retries = 2
  /// The largest number of requests in flight at one registrable domain; it begins at two and grows with the answers.
  public var perHost = 8
  public var method: Request.Method = .get
  public var userAgent = "awesome"
  public var tls = TLSPolicy()
  /// Statuses that are `ok`; pages with a status of success are inspected all the same.
  public var accepted = StatusSet()
  /// What a fragment without a matching element means.
  public var fragments = FragmentPolicy.check
  /// The shortest time between two requests.
  public var interval: Duration = .zero

  public init() {}
}

/// What a fragment means that no element of its page matches.
public enum FragmentPolicy: String, CaseIterable, Hashable, Sendable {
  /// The link is broken.
  case check
  /// The link is suspect: scripts may make the element.
  case suspect
  /// Nothing; fragments are not looked for.
  case off
}

/// Settings for the hosts that match a pattern; what is `nil` does not change.
public struct HostOverride: Hashable, Sendable {
  public var pattern: HostPattern
  public var timeout: Duration?
  public var connectTimeout: Duration?
  public var retries: Int?
  public var perHost: Int?
  public var method: Request.Method?
  public var userAgent: String?
  /// Whether certificates are verified.
  public var isVerified: Bool?
  public var minimumTLS: TLSPolicy.Version?
  public var accepted: StatusSet?
  public var fragments: FragmentPolicy?
  public var interval: Duration?

  public init(pattern: HostPattern) {
    self.pattern = pattern
  }

  func apply(to settings: inout HostSettings) {
    if let timeout {
      settings.timeout = timeout
      settings.connectTimeout = min(settings.connectTimeout, timeout)
    }
    if let connectTimeout { settings.connectTimeout = connectTimeout }
    if let retries { settings.retries = retries }
    if let perHost { settings.perHost = perHost }
    if let method { settings.method = method }
    if let userAgent { settings.userAgent = userAgent }
    if let isVerified { settings.tls.isVerified = isVerified }
    if let minimumTLS { settings.tls.minimum = minimumTLS }
    if let accepted { settings.accepted = accepted }
    if let fragments { settings.fragments = fragments }
    if let interval { settings.interval = interval }
  }
}

/// A pattern of host names: `example.org` is that host, `*.example.org` every host below it, `*` every host.
public struct HostPattern: Hashable, Sendable {
  /// In lower case.
  public let text: String

  /// A pattern; `nil` where the text is empty, is a URL, has a port, or has `*` elsewhere than as its first label.
  public init?(_ text: String) {
    let text = text.lowercased()
    let rest = text == "*" ? "x" : String(text.removing(prefix: "*.") ?? text[...])
    guard !rest.isEmpty, !rest.utf8.contains(where: { $0 <= 0x20 || "*/\\?#@".utf8.contains($0) }) else { return nil }
    // An address of IPv6 has more colons.
    guard rest.utf8.count(where: { $0 == UInt8(ascii: ":") }) != 1 else { return nil }
    self.text = text
  }

  /// Whether a host, in lower case, matches.
  public func matches(_ host: String) -> Bool {
    if text == "*" { return true }
    return text.begins(with: "*.") ? host.ends(with: text.removing(prefix: "*") ?? "") : host == text
  }
}
