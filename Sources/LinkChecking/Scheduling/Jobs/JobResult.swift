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
  /// The new address of a moved target, or the one with encryption that gives the same page.
  let target: WebAddress?
  /// Whether a link keeps its fragment at the new address, because no redirect names another.
  let keepsFragment: Bool
  /// The number of attempts.
  let attempts: Int
  /// The fragments that the page lacks, or may lack.
  let fragments: [String: FragmentResult]
  /// The version of a page that is fine, where no redirect led to it.
  var validator: Validator?

  /// The same with another new address.
  func with(target: WebAddress) -> JobResult {
    JobResult(
      verdict: verdict, reason: reason, status: status, hops: hops, target: target, keepsFragment: keepsFragment,
      attempts: attempts, fragments: fragments, validator: validator)
  }
}
