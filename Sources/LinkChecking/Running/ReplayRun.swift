internal import HTTP
internal import DequeModule

/// A run in virtual time whose requests are answered by a record.
struct ReplayRun {
  private var scheduler: Scheduler
  private var network = Connectivity()
  private let exchanges: [RecordedExchange]
  /// By key, the exchanges that are left.
  private var answers: [RecordedExchange.Key: Deque<Int>] = [:]
  /// By host, the soft-404 probe: which target sends it is a matter of chance.
  private var probes: [String: (exchange: Int, address: WebAddress)] = [:]
  private(set) var ending = RunEnding.complete

  init(plan: LinkPlan, options: CheckOptions, record: ExchangeRecord) {
    var schedule = options.scheduler
    schedule.startTime = record.startTime
    scheduler = Scheduler(targets: plan.targets, expectations: plan.expectations, options: schedule)
    exchanges = record.exchanges
    network.controlResolves = record.isOnline
    for (index, exchange) in exchanges.enumerated() {
      if exchange.isProbe, let address = try? WebAddress(exchange.key.url) {
        probes[address.host] = (index, address)
      } else {
        answers[exchange.key, default: []].append(index)
      }
    }
  }

  var results: [JobResult?] { scheduler.results }
  var statistics: [HostStatistics] { scheduler.statistics }
  var resolvesNames: Bool { !network.lacksNames }

  mutating func perform() {
    var events = TimerHeap<(Request, Outcome)>()
    var now = Duration.zero
    while !scheduler.isDone {
      for var request in scheduler.next(now: now) {
        let (duration, outcome) = answer(&request)
        events.insert((request, outcome), at: now + duration)
      }
      guard let next = [events.first, scheduler.wakeUp].compactMap({ $0 }).min() else { break }
      now = max(now, next)
      while let (request, outcome) = events.pop(now: now) {
        _ = network.record(outcome, of: request)
        scheduler.retriesAreUseful = !network.isDown
        scheduler.finished(request, outcome, now: now)
      }
    }
    if scheduler.metDeadline { ending = .deadline }
    if network.isDown { ending = .noNetwork }
  }

  private mutating func answer(_ request: inout Request) -> (Duration, Outcome) {
    let index: Int
    if request.isProbe, let probe = probes[request.address.host] {
      request.address = probe.address
      index = probe.exchange
    } else if let first = answers[RecordedExchange.Key(request)]?.popFirst() {
      index = first
    } else {
      return (.zero, .failed(.notRecorded))
    }
    return (exchanges[index].duration, exchanges[index].outcome(for: request))
  }
}
