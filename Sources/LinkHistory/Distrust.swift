internal import LinkChecking
internal import Source

/// Why a night is not folded: what failed is probably not the links.
public enum Distrust: Hashable, Sendable {
  /// Names did not resolve, and no control name did.
  case noNetwork
  /// So many of the links that were fine failed at once.
  case links(failing: Int, of: Int)
  /// So many hosts failed in one way with all their links.
  case hosts(failing: Int, of: Int, way: String)
  /// So many parts of the links have no outcome.
  case shards(missing: Int, of: Int)

  /// Where fewer links were fine, a share of them means nothing.
  static let linkMinimum = 20
  /// Likewise of hosts.
  static let hostMinimum = 10
  /// After so many nights in a row that were not trusted for the failures, the web has changed, and not the weather.
  static let patience = 7
}

extension Distrust: CustomStringConvertible {
  /// A phrase without a full stop.
  public var description: String {
    switch self {
    case .noNetwork: "names did not resolve, nor did any control name"
    case .links(let failing, let count): "\(failing) of \(counted(count, "link")) that were fine failed at once"
    case .hosts(let failing, let count, let way):
      "\(failing) of \(counted(count, "host")) failed with all their links in the same way: \(way)"
    case .shards(let missing, let count):
      "\(missing) of \(counted(count, "shard")) \(missing == 1 ? "is" : "are") missing"
    }
  }
}

extension LinkState {
  /// Why a night cannot be trusted; nil for a night to fold.
  ///
  /// - Parameter log: the nights before; many failures are believed once they have lasted.
  public func distrust(of night: Night, after log: NightLog = NightLog()) -> Distrust? {
    let distrust = distrust(ofOnly: night)
    switch distrust {
    case nil, .noNetwork, .shards: return distrust
    case .links, .hosts: return log.hasFailed(before: night.date, for: Distrust.patience) ? nil : distrust
    }
  }

  private func distrust(ofOnly night: Night) -> Distrust? {
    if !night.hasNetwork { return .noNetwork }
    if let missing = night.missingShards, missing.count * 10 > missing.total * 3 {
      return .shards(missing: missing.count, of: missing.total)
    }
    let failing = links.filter { $0.since != nil }
    let failed = Set(failing.map { ExactText($0.url) })
    let others = night.troubled.filter { $0.verdict != .refused && !failed.contains(ExactText($0.url)) }
    let recovered = failing.count { night.fine.contains(URLKey.url($0.url)) }
    let count = night.fine.count - recovered + others.count
    let failures = others.count { $0.verdict.isFailure }
    // Of the first night nobody knows which links were fine before, and it makes none an error.
    let isFirst = nights.isEmpty && links.isEmpty
    if !isFirst, count >= Distrust.linkMinimum, failures * 10 > count * 3 {
      return .links(failing: failures, of: count)
    }
    let hosts = night.hosts
    if hosts.count >= Distrust.hostMinimum, hosts.failing * 2 > hosts.count {
      return .hosts(failing: hosts.failing, of: hosts.count, way: hosts.way)
    }
    return nil
  }
}
