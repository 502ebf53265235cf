internal import Source

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

  /// Adds links that were judged elsewhere, in file order; files come in the order in which they come here.
  public mutating func add(_ others: [CheckedLink]) {
    guard !others.isEmpty else { return }
    var files: [String: Int] = [:]
    for link in links + others {
      for occurrence in link.occurrences where files[occurrence.file] == nil { files[occurrence.file] = files.count }
    }
    let keyed = (links + others).enumerated().map { index, link -> (Int, Int, Int, CheckedLink) in
      guard let first = link.occurrences.first else { return (.max, .max, index, link) }
      return (files[first.file] ?? .max, first.range.lowerBound, index, link)
    }
    links = keyed.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }

  /// How many links got which verdict.
  public var summary: CheckSummary { CheckSummary(links) }

  /// Whether there is no network: not one connection succeeded, and the control names do not resolve.
  public var noNetwork: Bool { ending == .noNetwork }
}
