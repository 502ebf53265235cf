internal import Source

/// A URL with its verdict, the evidence for it, and every place where it stands.
public struct CheckedLink: Hashable, Sendable {
  /// The URL as it is written, any user names and passwords in it replaced by `***`.
  public var url: String
  public var verdict: Verdict
  /// Why, as a phrase without a full stop; `nil` where the verdict says it all.
  public var reason: String?
  /// The last status that was answered.
  public var status: Int?
  /// The chain of redirects with the last answer at its end; empty where nothing redirected.
  public var hops: [Hop]
  /// Where a moved link now lives, fragment included, as it is to be written and not to be shown; `nil` unless the verdict is `moved`.
  public var target: String?
  /// How many times the link was tried, waits that a busy host asked for aside; 0 where it was not asked.
  public var attempts: Int
  /// In file order.
  public var occurrences: [LinkOccurrence]

  /// - Parameter url: as it is written; what is secret in it is hidden here, so that no way to a report can forget it.
  public init(
    url: String, verdict: Verdict, reason: String? = nil, status: Int? = nil, hops: [Hop] = [],
    target: String? = nil, attempts: Int = 0, occurrences: [LinkOccurrence] = []
  ) {
    self.url = Credentials.hidden(inURL: url)
    self.verdict = verdict
    self.reason = reason
    self.status = status
    self.hops = hops
    self.target = target
    self.attempts = attempts
    self.occurrences = occurrences
  }

  /// The target as it may be shown.
  public var shownTarget: String? { target.map { Credentials.hidden(inURL: $0) } }
}
