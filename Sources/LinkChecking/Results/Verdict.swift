/// What a link turned out to be.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
  /// It answers, and what it answers is what the link wants.
  case ok
  /// A permanent redirect (301, 308) leads to a page that works; the new URL is known.
  case moved
  /// 404, 410, or a name that does not exist.
  case gone
  /// It cannot work as written: TLS, protocol, too many redirects, a 4xx that no other verdict names.
  case broken
  /// It failed in passing, after every retry: 5xx, 429, 408, 425, time-outs, refused or reset connections, a resolver that fails.
  case transient
  /// Alive, but not for us: 401, 403, 451, 999, or a named challenge wall.
  case blocked
  /// It answers, but looks like something else than what the link wants.
  case suspect
  /// Our policy forbids asking: a private address, a scheme that is not of the web, or a redirect to either.
  case refused
  /// It was not asked: deadline, offline, interrupted, not a web address.
  case unchecked
  /// The user said so.
  case excluded
}
