/// The result of a run.
public struct CheckReport: Hashable, Sendable {
  /// Every link, in file order.
  public var links: [CheckedLink]
  /// Whether the run was cut short, and why.
  public var ending: RunEnding
  /// False where a name did not resolve, and no control name did either.
  public var resolvesNames = true
  /// The requested hosts, by name.
  public var hosts: [HostStatistics]

  public init(links: [CheckedLink], ending: RunEnding = .complete, hosts: [HostStatistics] = []) {
    self.links = links
    self.ending = ending
    self.hosts = hosts
  }

  /// The number of links by verdict.
  public var summary: CheckSummary { CheckSummary(links) }

  /// Whether there is no network, or none whose resolver answers: connections failed, and no control name resolves.
  public var noNetwork: Bool { ending == .noNetwork }
}

/// The number of links by verdict.
public struct CheckSummary: Hashable, Sendable {
  /// The number of different URLs.
  public private(set) var links = 0
  private var counts: [Verdict: Int] = [:]

  public init() {}

  public init(_ links: some Sequence<CheckedLink>) {
    for link in links { add(link.verdict) }
  }

  /// The number of links with this verdict.
  public subscript(verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  mutating func add(_ verdict: Verdict) {
    links += 1
    counts[verdict, default: 0] += 1
  }
}

/// The way a run ended.
public enum RunEnding: String, Hashable, Sendable, CaseIterable {
  /// Every link has a verdict.
  case complete
  /// The run was cancelled; the other links are `unchecked`.
  case interrupted
  /// The deadline passed; the other links are `unchecked`.
  case deadline
  /// There is no network; every link without an answer is `unchecked`.
  case noNetwork
  /// Patterns exclude every link, so nothing was checked.
  case excluded
}
