internal import HTTP
internal import PageInspection
internal import Source

/// One target on its way to a result.
///
/// A run has as many as it has targets, so what only few jobs have is boxed.
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

  private(set) var chain: RedirectChain
  private(set) var attempts = 0
  private(set) var changes: Set<RequestChange> = []
  /// When the last request started.
  private(set) var startedAt: Duration = .zero
  @Boxed private(set) var failure: Failure? = nil
  private var retries = 0
  /// Set by the `JobTable`, which counts.
  var state = State.new
  /// The index of the host of the next request.
  var host: Int
  /// The number of throttled answers.
  var throttles = 0
  var isSecondPass = false
  /// Set while a soft-404 probe is to decide about a page.
  @Boxed var suspect: SuspectPage? = nil
  /// Set while the page is requested at a second address.
  @Boxed private(set) var twin: TwinPage? = nil
  /// Whether the next request begins an attempt, and is not a redirect of the last.
  private var isNewAttempt = true

  init(address: WebAddress, host: Int) {
    chain = RedirectChain(address)
    self.host = host
  }

  /// Frees the memory of a job that has its result.
  mutating func finish() {
    suspect = nil
    twin = nil
    chain = RedirectChain(chain.address)
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
      keepsFragment: chain.fragment == nil, attempts: attempts, fragments: fragments)
  }

  /// The result of a job whose page works.
  func result(working status: Int?, _ fragments: [String: FragmentResult]) -> JobResult {
    guard let target = chain.permanentTarget, target.normalizedURL != chain.hops.first?.url else {
      return result(.ok, nil, status: status, fragments: fragments)
    }
    let reason = chain.droppedFragment.map {
      "the page lacks “#\(PercentEncoding.decode($0))”, to which it was redirected"
    }
    return result(.moved, reason, status: status, target: target, fragments: fragments)
  }
}

/// What a job does next.
enum JobStep {
  case finish(JobResult)
  /// The next request goes out first in its host's queue.
  case request
  /// The next attempt begins after a backoff.
  case retry(after: Duration)
  /// The next attempt begins at the end of the run.
  case postpone
  /// The host's soft-404 probe decides about a page.
  case probe(SuspectPage)
  /// The host limits our rate: it decides when the next request goes out.
  case throttle
  /// The host's circuit breaker decides about a time-out with this reason.
  case timeout(String)
}

extension Job {
  /// Takes the class of an outcome, with the answer if there is one.
  ///
  /// - Parameters:
  ///   - target: the job's first address.
  ///   - expectation: what the links expect of the page.
  mutating func step(
    after responseClass: ResponseClass, _ response: Response?, target: WebAddress, expectation: Expectation?,
    policy: RetryPolicy, options: SchedulerOptions
  ) -> JobStep {
    let status = response?.status
    if let twin { return .finish(twin.result(after: responseClass, response)) }
    switch responseClass {
    case .success:
      guard let response, (200..<300).contains(response.status) else {
        return .finish(result(working: status, [:]))
      }
      return inspect(response, target: target, expectation: expectation, policy: policy, options: options)
    case .permanent(let verdict, let reason): return .finish(result(verdict, reason, status: status))
    case .transient(let reason): return retry(reason, status: status, policy)
    case .redirect(let isPermanent, let location):
      return follow(location, isPermanent: isPermanent, response, options)
    case .throttled: return .throttle
    case .timeout(let reason): return .timeout(reason)
    case .again(let change):
      changes.insert(change)
      return .request
    }
  }

  /// Takes a transient failure.
  ///
  /// - Parameter limit: the largest number of retries after a failure of this kind.
  mutating func retry(_ reason: String, status: Int?, limit: Int = .max, _ policy: RetryPolicy) -> JobStep {
    switch policy.step(after: retries, limit: limit, isSecondPass: isSecondPass) {
    case .fail: return .finish(result(.transient, reason, status: status))
    case .postpone:
      failed(reason, status: status)
      return .postpone
    case .retry(let wait):
      failed(reason, status: status)
      retries += 1
      return .retry(after: wait)
    }
  }

  private mutating func follow(
    _ location: String?, isPermanent: Bool, _ response: Response?, _ options: SchedulerOptions
  ) -> JobStep {
    let status = response?.status
    do {
      try chain.follow(
        location, isPermanent: isPermanent, status: status, cookies: response?.cookies ?? [], options: options)
      return .request
    } catch {
      return .finish(result(error.verdict, error.reason, status: error.isAtTarget ? nil : status))
    }
  }

  /// Inspects the page of a success.
  private mutating func inspect(
    _ response: Response, target: WebAddress, expectation: Expectation?, policy: RetryPolicy,
    options: SchedulerOptions
  ) -> JobStep {
    let (status, address) = (response.status, chain.address)
    let findings = fragments(in: response, expectation, options)
    guard let page = response.page, !page.isMarkdown else { return finish(working: response, findings, options) }
    if let location = chain.refresh(of: page) { return follow(location, isPermanent: true, response, options) }
    let visit = PageVisit(
      page: page, requested: target, reached: address, hasFragment: chain.fragment != nil, headers: response.headers,
      body: response.body, isWhole: response.bodyEnd == .complete, names: expectation?.names ?? [])
    switch PageClass(visit) {
    case .fine: return finish(working: response, findings, options)
    case .suspect(let reason, let isHidden):
      let known = isHidden ? findings.mapValues { _ in .unknown("the page was not shown") } : findings
      return .finish(result(.suspect, reason, status: status, fragments: known))
    case .transient(let reason): return retry(reason, status: status, policy)
    case .doubtful(let reason):
      // A front page may well be the same for everything below it, and a page filled by scripts is the same for all addresses.
      guard policy.isUseful, !page.isFilledByScripts, !SitePath(address.url).isFront, !SitePath(target.url).isFront,
        let digest = PageDigest(page, at: address)
      else { return finish(working: response, findings, options) }
      return .probe(SuspectPage(reason: reason, digest: digest, status: status, fragments: findings))
    }
  }

  /// The fragments of the links that the page lacks; where a redirect names another one, it is dropped if the page lacks that.
  private mutating func fragments(
    in response: Response, _ expectation: Expectation?, _ options: SchedulerOptions
  ) -> [String: FragmentResult] {
    guard let expectation = Expectation.of(chain, expectation), !expectation.fragments.isEmpty else { return [:] }
    let policy = options.settings(for: chain.address.host).fragments
    let findings = expectation.findings(in: response, at: chain.address, policy)
    guard let fragment = chain.fragment else { return findings }
    if findings[fragment] == .missing { chain.dropFragment() }
    return [:]
  }

  /// Ends with a page that works; a page whose redirects added traces of the visit is requested without them first, and where the
  /// options want it, one without encryption with it.
  private mutating func finish(
    working response: Response, _ findings: [String: FragmentResult], _ options: SchedulerOptions
  ) -> JobStep {
    var result = result(working: response.status, findings)
    if result.verdict == .ok, chain.hops.isEmpty { result.validator = Validator(response.headers) }
    let wanted = options.comparesHTTPS && result.verdict == .ok && chain.hops.isEmpty
    let other = result.verdict == .moved ? chain.cleanTarget : wanted ? chain.address.encrypted : nil
    guard let address = other else { return .finish(result) }
    twin = TwinPage(address: address, result: result, response: response, reached: chain.address)
    return .request
  }
}

/// A page that is requested at a second address, which is better if it gives the same page: that of a moved link without traces of the visit,
/// or the one with encryption.
struct TwinPage {
  let address: WebAddress
  /// The result with the first address.
  let result: JobResult
  private let digest: PageDigest?
  private let body: [UInt8]

  init(address: WebAddress, result: JobResult, response: Response, reached: WebAddress) {
    (self.address, self.result) = (address, result)
    digest = response.page.flatMap { PageDigest($0, at: reached) }
    body = digest == nil ? response.body : []
  }

  /// The result with the second address as its target, if it gives the same page.
  func result(after responseClass: ResponseClass, _ response: Response?) -> JobResult {
    guard responseClass == .success, let response, response.status == result.status else { return result }
    let other = response.page.flatMap { PageDigest($0, at: address) }
    let isSame =
      digest.map { digest in other.map(digest.isSame(as:)) ?? false } ?? (!body.isEmpty && body == response.body)
    return isSame ? result.with(target: address) : result
  }
}
