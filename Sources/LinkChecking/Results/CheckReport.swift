/// What a run found.
public struct CheckReport: Hashable, Sendable {
  /// Every link, in the order in which the links first stand in the files.
  public var links: [CheckedLink]
  /// Whether the run was cut short, and by what.
  public var ending: RunEnding
  /// The hosts that were asked, by name.
  public var hosts: [HostStatistics]

  public init(links: [CheckedLink], ending: RunEnding = .complete, hosts: [HostStatistics] = []) {
    self.links = links
    self.ending = ending
    self.hosts = hosts
  }

  /// How many links got which verdict.
  public var summary: CheckSummary { CheckSummary(links) }

  /// Whether there is no network: not one connection succeeded, and the control names do not resolve.
  public var noNetwork: Bool { ending == .noNetwork }

  /// Whether the verdicts mean anything; false without a network, where nothing is judged.
  public var isTrustworthy: Bool { !noNetwork }
}
