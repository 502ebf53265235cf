import Testing

@testable import LinkChecking

@Suite struct SimulatedWebTests {
  /// Optimised builds take the whole of it (`make bench`); the others leave time for other tests.
  #if DEBUG
    static let size = (links: 20_000, hosts: 1_000)
    /// The probes and the second pass at the end, which are nothing beside a long run.
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
    var wrong: [Int] = []
    var digest: UInt64 = 0
    var lowerBound = Duration.zero
  }

  /// Runs it on a thread of its own: it takes long, and other tests need those of the concurrency pool.
  static func run(seed: UInt64) async -> Run {
    await withCheckedContinuation { continuation in
      let isStarted = SystemThread.start { continuation.resume(returning: runNow(seed: seed)) }
      if !isStarted { continuation.resume(returning: Run()) }
    }
  }

  /// Runs the scheduler against a web, and looks at every step whether it keeps its promises.
  static func runNow(seed: UInt64) -> Run {
    var web = SimulatedWeb(links: size.links, hosts: size.hosts, seed: seed)
    var options = SchedulerOptions()
    options.seed = seed
    var scheduler = Scheduler(targets: web.targets, options: options)
    var events = TimerHeap<Int>()
    var out: [Int: (Request, Outcome)] = [:]
    var result = Run()
    var now = Duration.zero
    var busy = [Duration](repeating: .zero, count: web.hosts.count)
    while !scheduler.isDone {
      for request in scheduler.next(now: now) {
        let (latency, outcome) = web.answer(request, now: now)
        let host = web.links[request.target]
        result.peakPerHost = max(result.peakPerHost, web.hosts[host].inFlight)
        result.slotTime += latency
        busy[host] += latency
        result.requests += 1
        events.insert(request.id, at: now + latency)
        out[request.id] = (request, outcome)
      }
      result.peakInFlight = max(result.peakInFlight, scheduler.inFlight)
      if result.requests.isMultiple(of: 5000), scheduler.hasIdleSlot(now: now) { result.idleSlots += 1 }
      guard let next = [events.first, scheduler.wakeUp].compactMap({ $0 }).min() else { break }
      now = max(now, next)
      while let id = events.pop(now: now) {
        guard let (request, outcome) = out.removeValue(forKey: id) else { continue }
        web.ended(request)
        scheduler.finished(request, outcome, now: now)
      }
    }
    result.makespan = now
    result.wrong = scheduler.conclusions.indices.filter { !web.isRight(scheduler.conclusions[$0]?.verdict, link: $0) }
    for conclusion in scheduler.conclusions {
      for byte in (conclusion?.verdict.rawValue ?? "").utf8 { result.digest = result.digest &* 31 &+ UInt64(byte) }
      result.digest = result.digest &* 31 &+ UInt64(conclusion?.attempts ?? 0)
    }
    // All slots busy all the time, and the busiest host always at its limit.
    let busiest = busy.max() ?? .zero
    result.lowerBound = max(result.slotTime / 256, busiest / 8)
    return result
  }

  @Test func theScheduleKeepsItsPromises() async {
    let run = await Self.run(seed: 1)
    #expect(run.wrong.isEmpty)
    #expect(run.peakInFlight <= 256)
    #expect(run.peakPerHost <= 8)
    #expect(run.idleSlots == 0)
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

extension Scheduler {
  /// Whether a request could be started now, but was not.
  func hasIdleSlot(now: Duration) -> Bool {
    guard inFlight < max(options.maxInFlight, 1) else { return false }
    return hosts.contains { host in
      !host.ready.isEmpty && host.startsAt <= now && !host.seemsSilent && domains[host.domain].hasRoom
    }
  }
}
