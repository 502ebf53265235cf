internal import HTTP
internal import PageInspection

/// The result of one target, shared by all links to it.
struct JobResult: Hashable {
  let verdict: Verdict
  /// A phrase without a full stop; `nil` where the verdict is enough.
  let reason: String?
  /// The last answer's status; `nil` without an answer.
  let status: Int?
  /// The chain of redirects with the last answer at its end; empty without a redirect.
  let hops: [Hop]
  /// The new address of a moved target; its fragment is `nil` where no redirect names one, so that the link keeps its own.
  let target: WebAddress?
  /// The number of attempts.
  let attempts: Int
  /// The fragments that the page lacks, or may lack.
  let fragments: [String: FragmentResult]
}
