public import LinkChecking
public import Source

/// What a night found out about one URL.
public struct LinkOutcome: Hashable, Sendable {
  /// As written in the list, without user names and passwords.
  public var url: String
  public var date: Day
  public var verdict: Verdict
  public var status: Int?
  public var reason: String?
  /// The new URL of a moved link.
  public var target: String?
  /// The part of the links that the run had, as `2/8`; nil for all.
  public var shard: String?
  /// The last day on which the URL was fine; nil where that is not known.
  public var lastOK: Day?
  /// False where a name did not resolve, and no control name did either.
  public var hasNetwork: Bool

  public init(
    url: String, date: Day, verdict: Verdict, status: Int? = nil, reason: String? = nil, target: String? = nil,
    shard: String? = nil, lastOK: Day? = nil, hasNetwork: Bool = true
  ) {
    (self.url, self.date, self.verdict, self.status, self.reason) = (url, date, verdict, status, reason)
    (self.target, self.shard, self.lastOK, self.hasNetwork) = (target, shard, lastOK, hasNetwork)
  }

  /// The outcome as a line with its newline; what is not known has no member.
  public var line: [UInt8] {
    var writer = LineWriter()
    writer.begin()
    writer.write("url", url)
    writer.write("date", date.description)
    writer.write("verdict", verdict.rawValue)
    if let status { writer.write("status", status) }
    if let reason { writer.write("reason", reason) }
    if let target { writer.write("target", target) }
    if let shard { writer.write("shard", shard) }
    if let lastOK { writer.write("ok", lastOK.description) }
    if !hasNetwork { writer.write("network", raw: "false") }
    writer.end()
    return writer.bytes
  }
}

extension Verdict {
  /// From the best to the worst: of two outcomes of one URL in one night, the first counts.
  var rank: Int {
    switch self {
    case .ok: 0
    case .moved: 1
    case .blocked: 2
    case .suspect: 3
    case .transient: 4
    case .broken: 5
    case .gone: 6
    case .refused: 7
    case .unchecked, .excluded: 8
    }
  }

  /// Whether readers cannot follow the link.
  var isFailure: Bool { self == .gone || self == .broken || self == .transient }

  /// Whether nights with this verdict count towards one that lasts.
  var isCounted: Bool { isFailure || self == .suspect }
}
