import HTTP
import Testing

@testable import LinkChecking

@Suite struct FrontierTests {
  /// A frontier with a job for each of these hosts, all queued.
  static func frontier(_ hosts: [String], slots: Int = 256) throws -> (frontier: Frontier, hosts: [Int]) {
    var options = SchedulerOptions()
    options.maxInFlight = slots
    var frontier = Frontier(options: options)
    let hosts = try hosts.map { frontier.add(try WebAddress("http://\($0)/")) }
    for (job, host) in hosts.enumerated() { _ = frontier.push(job, to: host, first: false, now: .zero) }
    return (frontier, hosts)
  }

  static func started(_ frontier: inout Frontier, now: Duration = .zero) -> [Int] {
    var jobs: [Int] = []
    while let job = frontier.popReady(now: now) { jobs.append(job) }
    #expect(!frontier.hasIdleSlot(now: now))
    return jobs
  }

  @Test func domainsTakeTurnsAndHostsWithinThem() throws {
    // Each domain has room for two requests.
    var (frontier, hosts) = try Self.frontier(["a.one.example", "a.one.example", "b.one.example", "two.example"])
    #expect(hosts == [0, 0, 1, 2])
    #expect(Self.started(&frontier) == [0, 3, 2])
    frontier.finished(0)
    #expect(frontier.inFlight == 2 && frontier.hasIdleSlot(now: .zero))
    frontier.reschedule(0, now: .zero)
    #expect(Self.started(&frontier) == [1])
  }

  @Test func domainsOfOneProviderShareItsWindow() throws {
    let names = (0..<20).map { "site\($0).github.io" }
    var (frontier, hosts) = try Self.frontier(names + ["other.example"])
    // The window begins at two, and other domains have their own.
    #expect(Self.started(&frontier) == [0, 1, 20])
    var done = 0
    while let host = hosts.first, done < 20 {
      frontier.finished(host)
      frontier.answered(host, Self.response(after: .milliseconds(1)), isThrottled: false, startedAt: .zero, now: .zero)
      frontier.remove(from: host)
      frontier.reschedule(host, now: .zero)
      hosts.removeFirst()
      done += 1
      #expect(frontier.inFlight <= 9)
      _ = Self.started(&frontier)
    }
    #expect(done == 20 && frontier.inFlight == 1)
  }

  /// A domain that may not use the room that it was given leaves it to the next.
  @Test func aDomainThatWaitsIsNotForgotten() throws {
    var (frontier, hosts) = try Self.frontier((0..<5).map { "site\($0).github.io" })
    #expect(Self.started(&frontier) == [0, 1])
    // Two wait; then their hosts are paused.
    for host in hosts[2...3] { frontier[host].pause(until: .seconds(9)) }
    frontier.finished(hosts[0])
    frontier.reschedule(hosts[0], now: .zero)
    #expect(Self.started(&frontier) == [4])
    for host in [hosts[1], hosts[4]] {
      frontier.finished(host)
      frontier.reschedule(host, now: .zero)
    }
    #expect(Self.started(&frontier) == [])
    #expect(frontier.wakeUp == .seconds(9) && frontier.popDue(now: .seconds(9)) == nil)
    #expect(Self.started(&frontier, now: .seconds(9)) == [2, 3])
  }

  @Test func slotsAreALimit() throws {
    var (frontier, _) = try Self.frontier(["a.example", "b.test", "c.invalid"], slots: 2)
    #expect(Self.started(&frontier) == [0, 1])
    frontier.finished(0)
    #expect(Self.started(&frontier) == [2])
    var (least, _) = try Self.frontier(["a.example", "b.test"], slots: 0)
    #expect(Self.started(&least) == [0])
  }

  @Test func aDomainThatWouldEndLastGoesFirst() throws {
    var (frontier, _) = try Self.frontier(
      ["a.example"] + (0..<200).map { "h\($0).test" } + (0..<9).map { _ in "z.example" }, slots: 1)
    #expect(frontier.popReady(now: .zero) == 0)
    frontier.finished(0)
    frontier.answered(0, Self.response(after: .seconds(1)), isThrottled: false, startedAt: .zero, now: .seconds(1))
    frontier.remove(from: 0)
    // Nine links at eight at a time take longer than half of 209 links at 200 at a time, but not at one.
    frontier.reschedule(0, now: .seconds(1))
    #expect(frontier.popReady(now: .seconds(1)) == 1)
    var (wide, _) = try Self.frontier(
      ["a.example"] + (0..<200).map { "h\($0).test" } + (0..<9).map { _ in "a.example" }, slots: 200)
    #expect(wide.popReady(now: .zero) == 0)
    wide.finished(0)
    wide.answered(0, Self.response(after: .seconds(1)), isThrottled: false, startedAt: .zero, now: .seconds(1))
    wide.remove(from: 0)
    wide.reschedule(0, now: .seconds(1))
    #expect(wide.popReady(now: .seconds(1)) == 201)
  }

  static func response(
    _ status: Int = 200, _ headers: [HeaderField] = [], after latency: Duration = .zero
  ) -> Response {
    var response = Response(status: status, headers: headers)
    response.latency = latency
    return response
  }

  @Test func waitingJobsAndPausedHostsAreWokenInTheOrderOfTheirTimes() throws {
    var (frontier, hosts) = try Self.frontier(["a.example", "b.example"])
    frontier[hosts[1]].pause(until: .seconds(3))
    #expect(Self.started(&frontier) == [0])
    #expect(frontier.wakeUp == .seconds(3))
    frontier.wait(7, until: .seconds(4))
    frontier.wait(6, until: .seconds(2))
    #expect(frontier.wakeUp == .seconds(2))
    #expect(frontier.popDue(now: .seconds(1)) == nil)
    #expect((0..<3).map { _ in frontier.popDue(now: .seconds(4)) } == [6, 7, nil])
    #expect(Self.started(&frontier, now: .seconds(4)) == [1])
    #expect(frontier.wakeUp == nil)
  }

  @Test func aRateLimitThatIsUsedUpPausesItsHost() throws {
    for (status, wait, startsAt) in [(200, 30, 31), (200, 61, 0), (404, 9, 10)] {
      var (frontier, _) = try Self.frontier(["a.example", "a.example"])
      let field = HeaderField(name: "RateLimit", value: "r=0;t=\(wait)")
      frontier.answered(0, Self.response(status, [field]), isThrottled: false, startedAt: .zero, now: .seconds(1))
      #expect(frontier[0].startsAt == .seconds(startsAt))
    }
  }

  @Test func aThrottledAnswerPausesItsHostAndHalvesItsDomain() throws {
    var (frontier, _) = try Self.frontier(Array(repeating: "a.example", count: 9))
    #expect(Self.started(&frontier) == [0, 1])
    let wait = [HeaderField(name: "Retry-After", value: "5")]
    frontier.finished(0)
    #expect(frontier.throttled(0, Self.response(429, wait), count: 1, startedAt: .zero, now: .zero) == nil)
    frontier.finished(0)
    frontier.reschedule(0, now: .zero)
    #expect(Self.started(&frontier) == [])
    #expect(frontier.popDue(now: .seconds(5)) == nil)
    #expect(Self.started(&frontier, now: .seconds(5)).count == 1)
  }

  @Test func throttledJobsEndAfterTheirRetries() throws {
    var (frontier, _) = try Self.frontier(["a.example"])
    #expect(frontier.throttled(0, Self.response(429), count: 4, startedAt: .zero, now: .zero) == nil)
    #expect(
      frontier.throttled(0, Self.response(429), count: 5, startedAt: .zero, now: .zero) == "429 Too Many Requests")
    let tooLong = [HeaderField(name: "Retry-After", value: "61")]
    #expect(
      frontier.throttled(0, Self.response(503, tooLong), count: 1, startedAt: .zero, now: .zero)
        == "503 Service Unavailable: the host requires a wait of 61 seconds")
  }

  @Test func aThrottledProbePausesItsHostWithinPatience() throws {
    for (headers, seconds) in [([("Retry-After", "7")], 7), ([("Retry-After", "99")], 60), ([], 1)] {
      var (frontier, _) = try Self.frontier(["a.example"])
      let fields = headers.map { HeaderField(name: $0, value: $1) }
      frontier.throttledProbe(0, Self.response(429, fields), now: .zero)
      #expect(frontier[0].startsAt == .seconds(seconds))
      #expect(frontier[0].breaker.throttledRounds == 0)
    }
  }

  @Test func aProbeIsReadyAtOnce() throws {
    var (frontier, _) = try Self.frontier(["a.example", "b.example"])
    _ = Self.started(&frontier)
    frontier.finished(0)
    frontier.finished(1)
    frontier[0].park(0)
    frontier[0].park(5)
    #expect(!frontier.isEmpty)
    #expect(frontier.beginProbes(now: .zero) { $0 == 5 } == [5])
    #expect(Self.started(&frontier) == [5])
  }

  @Test func nothingIsLeftAfterAllIsRemoved() throws {
    var (frontier, _) = try Self.frontier(["a.example", "a.example", "b.example"], slots: 2)
    _ = Self.started(&frontier)
    frontier.wait(1, until: .seconds(1))
    frontier.removeAll()
    #expect(frontier.isEmpty && frontier.inFlight == 0 && frontier.wakeUp == nil)
    #expect(Self.started(&frontier) == [])
  }
}
