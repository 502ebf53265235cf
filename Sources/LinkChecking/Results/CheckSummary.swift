/// How many links got which verdict.
public struct CheckSummary: Hashable, Sendable {
  /// The number of links: different URLs, not places.
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
