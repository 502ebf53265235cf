internal import HTTP
internal import PageInspection

/// One target on its way to a result.
struct Job {
  enum State: Equatable {
    case new
    /// In its host's queue.
    case queued
    /// On a timer, or for the soft-404 probe of another job.
    case waiting
    /// The request with this id is in flight.
    case inFlight(Int)
    /// Its host is silent: the job waits for the host's probe.
    case parked
    /// The job failed temporarily, and is tried once more at the end.
    case postponed
    case finished

    /// Whether the job goes on without a new phase of the run.
    var isActive: Bool {
      switch self {
      case .queued, .waiting, .inFlight: true
      case .new, .parked, .postponed, .finished: false
      }
    }
  }

  /// The end of an attempt that another follows.
  struct Failure {
    let reason: String
    let status: Int?
  }

  /// Set by the `JobTable`, which counts.
  var state = State.new
  /// The index of the host of the next request.
  var host: Int
  var chain: RedirectChain
  private(set) var attempts = 0
  /// The retries after failures, and after throttled answers.
  var retries = 0
  var throttles = 0
  var isSecondPass = false
  var needsGet = false
  var onlyHTTP1 = false
  /// When the last request started.
  private(set) var startedAt: Duration = .zero
  private(set) var failure: Failure?
  /// Set while a soft-404 probe is to decide about a page.
  var suspect: SuspectPage?
  /// Whether the next request begins an attempt, and is not a redirect of the last.
  private var isNewAttempt = true

  init(address: WebAddress, host: Int) {
    chain = RedirectChain(address)
    self.host = host
  }

  mutating func start(id: Int, now: Duration) {
    if isNewAttempt { attempts += 1 }
    isNewAttempt = false
    startedAt = now
    state = .inFlight(id)
  }

  /// Notes a failure; the next request begins an attempt.
  mutating func failed(_ reason: String, status: Int?) {
    failure = Failure(reason: reason, status: status)
    isNewAttempt = true
  }

  func result(
    _ verdict: Verdict, _ reason: String?, status: Int? = nil, target: WebAddress? = nil,
    fragments: [String: FragmentResult] = [:]
  ) -> JobResult {
    JobResult(
      verdict: verdict, reason: reason, status: status, hops: chain.hops(endingIn: status), target: target,
      attempts: attempts, fragments: fragments)
  }

  /// The result of a job whose page works.
  func result(working status: Int?, _ fragments: [String: FragmentResult]) -> JobResult {
    guard let target = chain.permanentTarget, target.url != chain.hops.first?.url else {
      return result(.ok, nil, status: status, fragments: fragments)
    }
    return result(.moved, "permanently redirected", status: status, target: target, fragments: fragments)
  }
}
