@testable import HTTP
@testable import LinkChecking

/// A web drawn from a seed: hosts with their latencies, limits, failures and outages, and the links to them.
struct SimulatedWeb {
  enum Kind: CaseIterable {
    case sound, missing, silent, refusing, flaky, limited, throttling
  }

  struct Host {
    let name: String
    let kind: Kind
    let latency: Duration
    /// When a host that is limited allows the next request, and how often it does.
    var nextAllowed: Duration = .zero
    let interval: Duration
    /// An outage, in which everything fails with 503.
    let outage: Range<Duration>
    var inFlight = 0
    var requests = 0
    /// The end of the wait that it required last.
    var closedUntil: Duration = .zero
  }

  private(set) var hosts: [Host] = []
  /// For each link its host.
  private(set) var links: [Int] = []
  private let seed: UInt64

  init(links count: Int, hosts hostCount: Int, seed: UInt64) {
    self.seed = seed
    for index in 0..<hostCount {
      let draw = Self.draw(seed, UInt64(index), 1)
      let kind: Kind =
        switch draw % 1000 {
        case ..<30: .missing
        case ..<45: .silent
        case ..<60: .refusing
        case ..<90: .flaky
        case ..<120: .limited
        case ..<125: .throttling
        default: .sound
        }
      let start = Duration.seconds(Int(draw >> 32 % 200))
      let hasOutage = (draw >> 20) % 100 == 0
      hosts.append(
        Host(
          name: "host\(index).example", kind: kind,
          latency: .milliseconds(20 + Int(Self.draw(seed, UInt64(index), 2) % 300)),
          interval: .milliseconds(50), outage: start..<(hasOutage ? start + .seconds(10) : start)))
    }
    // Few hosts have many links, and many have few.
    for index in 0..<count {
      let uniform = Double(Self.draw(seed, UInt64(index), 3) % 1_000_000) / 1_000_000
      links.append(index < hostCount ? index : min(Int(uniform * uniform * uniform * Double(hostCount)), hostCount - 1))
    }
  }

  var targets: [WebAddress] {
    links.enumerated().map { index, host in
      let name = hosts[host].name
      return WebAddress(url: "http://\(name)/\(index)", isSecure: false, host: name, port: 80, fragment: nil)
    }
  }

  /// The answer to a request, which is in flight until `ended`.
  mutating func answer(_ request: Request, now: Duration) -> (latency: Duration, outcome: Outcome) {
    let index = links[request.target]
    hosts[index].inFlight += 1
    hosts[index].requests += 1
    let draw = Self.draw(seed, UInt64(request.id), 4)
    let latency = hosts[index].latency * (80 + Int(draw % 41)) / 100
    let answer = { (status: Int, headers: [HeaderField]) -> Outcome in
      var response = Response(status: status, headers: headers)
      response.latency = latency
      return .answered(response)
    }
    var status = hosts[index].outage.contains(now) ? 503 : 200
    switch hosts[index].kind {
    case .sound: break
    case .missing: return (.milliseconds(30), .failed(.nameNotFound))
    case .silent: return (request.timeout, .failed(.answerTimeout))
    case .refusing: return (.milliseconds(30), .failed(.connectionRefused))
    case .flaky: if draw >> 32 % 10 == 0 { status = 500 }
    case .throttling: status = 429
    case .limited:
      guard now >= hosts[index].nextAllowed else {
        return (latency, answer(429, [HeaderField(name: "Retry-After", value: "1")]))
      }
      // Ten at once, then one every 50 ms.
      hosts[index].nextAllowed = max(hosts[index].nextAllowed + hosts[index].interval, now - hosts[index].interval * 10)
    }
    return (latency, answer(status, []))
  }

  /// Ends a request; its answer may require a wait.
  mutating func ended(_ request: Request, _ outcome: Outcome, now: Duration) {
    let host = links[request.target]
    hosts[host].inFlight -= 1
    if case .answered(let response) = outcome, let wait = RetryAfter.wait(in: response.headers, clock: nil) {
      hosts[host].closedUntil = max(hosts[host].closedUntil, now + wait)
    }
  }

  /// Whether a verdict is right for the link's host.
  func isRight(_ verdict: Verdict?, link: Int) -> Bool {
    switch hosts[links[link]].kind {
    case .missing: verdict == .gone
    case .silent, .refusing, .throttling: verdict == .transient
    case .sound, .limited: verdict == .ok
    // Four bad draws in a row come about now and then.
    case .flaky: verdict == .ok || verdict == .transient
    }
  }

  static func draw(_ seed: UInt64, _ index: UInt64, _ salt: UInt64) -> UInt64 {
    var state = seed &+ index &* 0x9E37_79B9_7F4A_7C15 &+ salt &* 0xD1B5_4A32_D192_ED03
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    return state ^ (state >> 31)
  }
}
