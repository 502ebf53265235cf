/// A retry policy: exponential backoff, and a second pass at the end of the run.
struct RetryPolicy {
  enum Step: Equatable {
    /// Another attempt after a backoff.
    case retry(after: Duration)
    /// Another attempt at the end of the run.
    case postpone
    case fail
  }

  /// The largest number of retries before the second pass.
  let retries: Int
  let hasSecondPass: Bool
  let backoff: Backoff
  /// Whether a retry may succeed; not while there seems to be no network.
  let isUseful: Bool

  /// What follows a transient failure.
  ///
  /// - Parameters:
  ///   - count: the retries so far.
  ///   - limit: the largest number of retries after a failure of this kind.
  func step(after count: Int, limit: Int = .max, isSecondPass: Bool) -> Step {
    if isSecondPass || !isUseful { return .fail }
    if count < min(retries, limit) { return .retry(after: backoff.wait(round: count)) }
    return hasSecondPass && retries > 0 ? .postpone : .fail
  }
}
