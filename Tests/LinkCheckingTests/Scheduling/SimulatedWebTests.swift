import Testing

@testable import HTTP
@testable import LinkChecking

@Suite struct SimulatedWebTests {
  /// Optimised builds run all of it (`make bench`); the others leave time for other tests.
  #if DEBUG
    static let size = (links: 20_000, hosts: 1_000)
    /// The time for the probes and the second pass at the end, which a long run does not notice.
    static let tail = Duration.seconds(30)
  #else
    static let size = (links: 1_000_000, hosts: 50_000)
    static let tail = Duration.zero
  #endif

  struct Run {
    var makespan = Duration.zero
    var slotTime = Duration.zero
    var requests = 0
    var peakInFlight = 0
    var peakPerHost = 0
    var idleSlots = 0
    /// The number of checks for an idle slot.
    var looks = 0
    /// Requests to a host before the end of the wait that it required, and for links with a result.
    var early = 0
    var superfluous = 0
    var finished = 0
    var wrong: [Int] = []
    var digest: UInt64 = 0
    var lowerBound = Duration.zero
  }

  /// Runs on a separate thread: a run takes long, and other tests need those of the concurrency pool.
  static func run(seed: UInt64) async -> Run {
    await withCheckedContinuation { continuation in
      let isStarted = SystemThread.start { continuation.resume(returning: runNow(seed: seed)) }
      if !isStarted { continuation.resume(returning: Run()) }
    }
  }

  /// Runs the scheduler against a web, and checks its promises at every step.
  static func runNow(seed: UInt64) -> Run {
    var web = SimulatedWeb(links: size.links, hosts: size.hosts, seed: seed)
    var options = SchedulerOptions()
    options.seed = seed
    var scheduler = Scheduler(targets: web.targets, options: options)
    var events = TimerHeap<Int>()
    var out: [Int: (Request, Outcome)] = [:]
    var result = Run()
    var now = Duration.zero
    var steps = 0
    var busy = [Duration](repeating: .zero, count: web.hosts.count)
    while !scheduler.isDone {
      for request in scheduler.next(now: now) {
        let host = web.links[request.target]
        if now < web.hosts[host].closedUntil { result.early += 1 }
        if scheduler.results[request.target] != nil { result.superfluous += 1 }
        let (latency, outcome) = web.answer(request, now: now)
        result.peakPerHost = max(result.peakPerHost, web.hosts[host].inFlight)
        result.slotTime += latency
        busy[host] += latency
        result.requests += 1
        events.insert(request.id, at: now + latency)
        out[request.id] = (request, outcome)
      }
      result.peakInFlight = max(result.peakInFlight, scheduler.inFlight)
      steps += 1
      if steps.isMultiple(of: size.hosts / 10) {
        result.looks += 1
        if scheduler.hasIdleSlot(now: now) { result.idleSlots += 1 }
      }
      guard let next = [events.first, scheduler.wakeUp].compactMap({ $0 }).min() else { break }
      now = max(now, next)
      while let id = events.pop(now: now) {
        guard let (request, outcome) = out.removeValue(forKey: id) else { continue }
        web.ended(request, outcome, now: now)
        scheduler.finished(request, outcome, now: now)
      }
    }
    result.makespan = now
    result.finished = scheduler.finishedCount
    result.wrong = scheduler.results.indices.filter { !web.isRight(scheduler.results[$0]?.verdict, link: $0) }
    for jobResult in scheduler.results {
      for byte in (jobResult?.verdict.rawValue ?? "").utf8 { result.digest = result.digest &* 31 &+ UInt64(byte) }
      result.digest = result.digest &* 31 &+ UInt64(jobResult?.attempts ?? 0)
    }
    // All slots busy all the time, and the busiest host always at its limit.
    let busiest = busy.max() ?? .zero
    result.lowerBound = max(result.slotTime / 256, busiest / 8)
    return result
  }

  @Test func theScheduleKeepsItsPromises() async {
    let run = await Self.run(seed: 1)
    // No link is lost, gets two results, or is requested after its result.
    #expect(run.wrong.isEmpty && run.finished == Self.size.links && run.superfluous == 0)
    // No host's limit is exceeded, and none gets a request before the end of the wait that it required.
    #expect(run.peakInFlight <= 256 && run.peakPerHost <= 8 && run.early == 0)
    // No slot idles while a host is ready.
    #expect(run.idleSlots == 0 && run.looks > 50, "\(run.looks) looks")
    #expect(run.requests <= Self.size.links * 13 / 10)
    #expect(run.makespan <= run.lowerBound * 1.2 + Self.tail, "\(run.makespan) against \(run.lowerBound)")
  }

  @Test func aRunCanBeRepeated() async {
    let (first, second, other) = (await Self.run(seed: 2), await Self.run(seed: 2), await Self.run(seed: 3))
    #expect(first.requests > 0)
    #expect(first.digest == second.digest && first.makespan == second.makespan)
    #expect(first.digest != other.digest)
  }
}
