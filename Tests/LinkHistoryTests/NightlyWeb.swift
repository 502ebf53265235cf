import Source

@testable import HTTP
@testable import LinkChecking
@testable import LinkHistory

/// A web that lives for many nights: hosts that go down and come back, links that flap, die and move; all drawn from a seed.
struct NightlyWeb {
  /// What a night is like for everything.
  enum Weather { case fine, withoutNames, withHalfOfTheHosts }

  static let links = 3_200
  static let hosts = 800
  /// The links of every hundredth that fail now and then, and the nights of every hundred on which each does.
  static let (flapping, flaps) = (3, 10)

  let seed: UInt64
  /// Whether more happens than the thirty nights tell: hosts go down, links die.
  let isLong: Bool
  private let plan: LinkPlan

  init(seed: UInt64, isLong: Bool) {
    (self.seed, self.isLong) = (seed, isLong)
    plan = LinkPlan((0..<Self.links).map { LinkToCheck(url: Self.url($0)) }, options: CheckOptions())
  }

  func draw(_ index: Int, _ night: Int, _ salt: UInt64) -> Int {
    // Outages may have begun before the first night.
    let night = UInt64(bitPattern: Int64(night))
    var state = seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15 &+ night &* 0xD1B5_4A32_D192_ED03 &+ salt
    for _ in 0..<2 {
      state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    }
    return Int(state >> 33)
  }

  static func url(_ link: Int) -> String { "http://host\(link % hosts).example/\(link)" }

  func weather(_ night: Int) -> Weather {
    if night == 20 || (isLong && draw(0, night, 9) % 60 == 0) { return .withoutNames }
    if night == 22 || (isLong && draw(0, night, 10) % 90 == 0) { return .withHalfOfTheHosts }
    return .fine
  }

  /// The night on which a link dies; nil for one that lives.
  func death(of link: Int) -> Int? {
    if link == 1_234 { return 10 }
    guard isLong, draw(link, 0, 1) % 100 == 0 else { return nil }
    return 30 + draw(link, 0, 2) % 330
  }

  /// Whether a host is down.
  func isDown(_ host: Int, _ night: Int) -> Bool {
    if host == 100 { return (5...6).contains(night) }
    if host == 200 { return (8...17).contains(night) }
    // An outage of one to five nights about once in three years.
    return isLong
      && (0..<5).contains { back in draw(host, night - back, 3) % 1_000 == 0 && draw(host, night - back, 4) % 5 >= back
      }
  }

  /// Whether readers can follow a link in a night, but for its bad moments.
  func isAlive(_ link: Int, _ night: Int) -> Bool {
    if let death = death(of: link), night >= death { return false }
    return !isDown(link % Self.hosts, night)
  }

  func outcome(of request: Request, link: Int, night: Int) -> Outcome {
    let host = link % Self.hosts
    switch weather(night) {
    case .withoutNames: return .failed(.resolverFailed)
    case .withHalfOfTheHosts where host % 2 == 0: return .failed(.connectTimeout)
    default: break
    }
    if isDown(host, night) { return .failed(.connectionRefused) }
    if let death = death(of: link), night >= death { return answer(request, 404) }
    if link == 1_500, night >= 12, request.address.url.hasSuffix("/1500") {
      return answer(request, 301, [HeaderField(name: "Location", value: "http://host700.example/new")])
    }
    if host == 300, night >= 14 { return answer(request, 403, [HeaderField(name: "cf-mitigated", value: "challenge")]) }
    if host == 400, night >= 16 {
      return answer(request, 200, body: "<title>host400.example</title><p>This domain is for sale!")
    }
    if draw(link, 0, 5) % 100 < Self.flapping, draw(link, night, 6) % 100 < Self.flaps { return answer(request, 503) }
    return answer(request, 200)
  }

  private func answer(_ request: Request, _ status: Int, _ headers: [HeaderField] = [], body: String = "") -> Outcome {
    var response = Response(status: status, headers: headers + [HeaderField(name: "Content-Type", value: "text/html")])
    // Most pages are fine, and need not be read.
    if !body.isEmpty {
      response.body = Array(body.utf8)
      response.content = request.bodyReader?(request, response)?.read(response.body)
    }
    return .answered(response)
  }

  /// The night in virtual time, by the scheduler.
  func play(_ night: Int) -> Night {
    var scheduler = Scheduler(targets: plan.targets, expectations: plan.expectations, options: SchedulerOptions())
    var (events, sent) = (TimerHeap<Int>(), [Int: Request]())
    var now = Duration.zero
    scheduler.retriesAreUseful = weather(night) != .withoutNames
    while !scheduler.isDone {
      for request in scheduler.next(now: now) {
        sent[request.id] = request
        events.insert(request.id, at: now + .milliseconds(50))
      }
      guard let next = [events.first, scheduler.wakeUp].compactMap({ $0 }).min() else { break }
      now = max(now, next)
      while let id = events.pop(now: now) {
        guard let request = sent.removeValue(forKey: id) else { continue }
        scheduler.finished(request, outcome(of: request, link: request.target, night: night), now: now)
      }
    }
    var result = Night(date: Day(number: Play.start.number + night))
    for link in plan.report(scheduler.results, ending: .complete, hosts: []).links {
      result.add(
        LinkOutcome(
          url: link.url, date: result.date, verdict: link.verdict, status: link.status, reason: link.reason,
          target: link.target))
    }
    if weather(night) == .withoutNames { result.loseNetwork() }
    return result
  }
}
