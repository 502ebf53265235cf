internal import HTTP

/// One target on its way to a conclusion.
struct Job {
  enum State: Equatable {
    /// Not looked at yet.
    case new
    /// In its host's queue.
    case queued
    /// On a timer, in nobody's way.
    case waiting
    /// The request with this id is out.
    case inFlight(Int)
    /// Its host is silent: it waits for the probe.
    case parked
    /// It failed in passing, and is tried once more at the end.
    case postponed
    case concluded
  }

  /// What the last try ended in, where another is to follow.
  struct Failure {
    let reason: String
    let status: Int?
  }

  var state = State.new
  /// Whether it will go on by itself, without a new phase of the run.
  var isActive: Bool {
    switch state {
    case .queued, .waiting, .inFlight: true
    case .new, .parked, .postponed, .concluded: false
    }
  }

  /// What is asked next.
  var address: WebAddress
  /// The index of its host's queue.
  var host: Int
  /// The redirects so far.
  var hops: [Hop] = []
  /// The index of the first hop since the cookies last changed: a loop before it may have ended.
  var firstHopWithCookies = 0
  var cookies: [String] = []
  /// The end of the chain's permanent beginning.
  var permanentTarget: WebAddress?
  /// Whether a redirect named a fragment, which takes the place of the links' own.
  var hasFragment = false
  var isPermanentSoFar = true
  var attempts = 0
  var retries = 0
  /// How often the host asked this one to come back later.
  var throttles = 0
  var isSecondPass = false
  var needsGet = false
  var onlyHTTP1 = false
  var startedAt: Duration = .zero
  var failure: Failure?
  /// What is still to be found out about a page that answered.
  var doubt: Doubt?
  /// Whether the next request begins a new try, and is not a redirect of the last.
  var isNewTry = true
}
