public import HTTP
internal import PageInspection

/// What the scheduler found out about one target.
public struct Conclusion: Hashable, Sendable {
  public let verdict: Verdict
  /// A phrase without a full stop; `nil` where the verdict says it all.
  public let reason: String?
  /// The last answer's status; `nil` where none came.
  public let status: Int?
  /// The chain of redirects with the last answer at its end; empty where nothing redirected.
  public let hops: [Hop]
  /// Where a moved target now lives; its fragment is `nil` where the redirect named none, so that the link's own stays.
  public let target: WebAddress?
  /// How often it was tried.
  public let attempts: Int
  /// Fragments that the page has not, or for which that could not be found out.
  let fragments: [String: FragmentResult]
}
