/// The result of a link's check.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
  /// It answers with the page that the link means.
  case ok
  /// A permanent redirect (301, 308) leads to a page that works; the new URL is known.
  case moved
  /// 404, 410, or a name that does not exist.
  case gone
  /// It cannot work as written: TLS, protocol, too many redirects, a missing fragment, any other 4xx.
  case broken
  /// It failed after every retry, perhaps temporarily: 5xx, 408, 420, 421, 425, 429, 430, time-outs, connections that are refused, reset
  /// or closed in the TLS handshake, a resolver that fails.
  case transient
  /// Alive, but not for us: 401, 403, 406, 412, 415, 418, 451, 999, or a named bot challenge.
  case blocked
  /// It answers, but probably not with the page that the link means.
  case suspect
  /// Our policy forbids the request: a private address, another scheme, or a redirect to either.
  case refused
  /// It was not requested: deadline, offline, interrupted, not a web address, a name that only a proxy reaches.
  case unchecked
  /// The user excluded it.
  case excluded
}
