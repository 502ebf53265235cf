import HTTP

@testable import LinkChecking

/// A run of the scheduler in virtual time, against a web that is a function.
struct VirtualRun {
  /// The answer of the web to a request: its latency and its outcome.
  typealias Web = (_ request: Request, _ now: Duration) -> (latency: Duration, outcome: Outcome)

  private(set) var scheduler: Scheduler
  private(set) var requests: [Request] = []
  /// When each request was sent.
  private(set) var times: [Duration] = []
  private(set) var end: Duration = .zero
  private(set) var peakInFlight = 0

  init(_ urls: [String], _ options: SchedulerOptions = SchedulerOptions(), stopAt: Duration? = nil, web: Web) throws {
    var targets: [WebAddress] = []
    for url in urls { targets.append(try WebAddress(url)) }
    self.init(targets: targets, options, keepsRequests: true, web: web)
  }

  init(targets: [WebAddress], _ options: SchedulerOptions, keepsRequests: Bool, web: Web) {
    scheduler = Scheduler(targets: targets, options: options)
    var events = TimerHeap<(Request, Outcome)>()
    var now = Duration.zero
    while !scheduler.isDone {
      for request in scheduler.next(now: now) {
        if keepsRequests {
          requests.append(request)
          times.append(now)
        }
        let (latency, outcome) = web(request, now)
        events.insert((request, outcome), at: now + latency)
      }
      peakInFlight = max(peakInFlight, scheduler.inFlight)
      guard let next = [events.first, scheduler.wakeUp].compactMap({ $0 }).min() else { break }
      now = max(now, next)
      if let (request, outcome) = events.pop(now: now) { scheduler.finished(request, outcome, now: now) }
    }
    end = now
  }

  var verdicts: [Verdict?] { scheduler.results.map { $0?.verdict } }
  var reasons: [String?] { scheduler.results.map { $0?.reason } }

  static func answer(_ status: Int, _ headers: [(String, String)] = []) -> Outcome {
    .answered(Response(status: status, headers: headers.map { HeaderField(name: $0, value: $1) }))
  }
}
