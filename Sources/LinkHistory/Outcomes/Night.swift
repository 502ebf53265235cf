public import LinkChecking
public import Source

/// The outcomes of one date: for each URL one, and the same ones in whatever order they come.
public struct Night: Sendable {
  public let date: Day
  /// The keys of the URLs that are fine.
  private(set) var fine: Set<UInt64> = []
  /// The hosts of these.
  private var fineHosts: Set<UInt64> = []
  /// All others, by URL.
  private var others: [ExactText: LinkOutcome] = [:]
  private var shards = ShardCount()
  /// The links that were not checked, since they have been fine for long.
  public var freshCount = 0
  /// Whether a name resolved wherever one should.
  public private(set) var hasNetwork = true

  public init(date: Day) {
    self.date = date
  }

  /// Takes an outcome; of several of one URL the best counts, so that an order is of no importance.
  public mutating func add(_ outcome: LinkOutcome) {
    if !outcome.hasNetwork { hasNetwork = false }
    if let shard = outcome.shard { addShard(shard.utf8) }
    switch outcome.verdict {
    case .unchecked, .excluded: return
    case .ok: addFine(url: URLKey.url(outcome.url), host: URLKey.host(outcome.url))
    default:
      let key = ExactText(outcome.url)
      if let known = others[key], !Self.isBetter(outcome, than: known) { return }
      others[key] = outcome
    }
  }

  mutating func addFine(url: UInt64, host: UInt64) {
    fine.insert(url)
    fineHosts.insert(host)
  }

  mutating func addShard(_ text: some Sequence<UInt8>) { shards.add(text) }

  /// Takes files without an outcome, which shards without links write.
  public mutating func addEmptyFiles(_ count: Int) { shards.emptyFiles += count }

  /// The shards that are missing; nil where all are here, and without shards.
  public var missingShards: MissingShards? { shards.missing }

  /// Marks the night as one without a network.
  public mutating func loseNetwork() { hasNetwork = false }

  /// A total order of the outcomes of one URL.
  private static func isBetter(_ left: LinkOutcome, than right: LinkOutcome) -> Bool {
    if left.verdict != right.verdict { return left.verdict.rank < right.verdict.rank }
    let (one, two) = (left, right)
    if one.status != two.status { return (one.status ?? -1) < (two.status ?? -1) }
    if one.lastOK != two.lastOK { return (one.lastOK?.number ?? .min) > (two.lastOK?.number ?? .min) }
    let texts = { (outcome: LinkOutcome) in (outcome.reason ?? "") + "\n" + (outcome.target ?? "") }
    return texts(one).utf8.lexicographicallyPrecedes(texts(two).utf8)
  }

  /// The outcomes that are not fine, one a URL, in no order.
  var troubled: some Sequence<LinkOutcome> {
    others.values.lazy.filter { !fine.contains(URLKey.url($0.url)) }
  }

  /// The outcome of a URL; nil where it was not checked.
  func outcome(of url: String) -> LinkOutcome? {
    if fine.contains(URLKey.url(url)) { return LinkOutcome(url: url, date: date, verdict: .ok) }
    return others[ExactText(url)]
  }

  /// The number of URLs by verdict.
  public var counts: [Verdict: Int] {
    var counts = Dictionary(troubled.map { ($0.verdict, 1) }, uniquingKeysWith: +)
    if !fine.isEmpty { counts[.ok] = fine.count }
    return counts
  }

  public var isEmpty: Bool { fine.isEmpty && others.isEmpty }

  /// The hosts: how many there are, and how many failed with all their links in the way that most did.
  var hosts: (count: Int, failing: Int, way: String) {
    var ways: [UInt64: String?] = [:]
    for outcome in troubled {
      let host = URLKey.host(outcome.url)
      let way = outcome.verdict.isFailure && !fineHosts.contains(host) ? Self.way(outcome) : nil
      if let known = ways[host], known != way { ways[host] = .some(nil) } else { ways[host] = .some(way) }
    }
    let failing = Dictionary(ways.values.compactMap(\.self).map { ($0, 1) }, uniquingKeysWith: +)
    let most = failing.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return (fineHosts.union(ways.keys).count, most?.value ?? 0, most?.key ?? "")
  }

  /// How a link failed, in words that are the same for different hosts: without names in quotes and numbers.
  private static func way(_ outcome: LinkOutcome) -> String {
    if let status = outcome.status { return "status \(status)" }
    let parts = (outcome.reason ?? outcome.verdict.rawValue).split(separator: "“", omittingEmptySubsequences: false)
    let words = parts.prefix(1) + parts.dropFirst().map { $0.drop { $0 != "”" } }
    return words.joined().filter { !$0.isNumber }
  }
}
