import LinkChecking
import LinkHistory
import Source
import Synchronization

/// A run whose outcomes are kept: in a journal, and with a state in its fold.
final class NightlyRun: Sendable {
  private let file: StateFile?
  private let state: LinkState
  private let date: Day
  private let shard: Shard?
  private let cache: LinkCache
  private let freshDays: Int?
  private let journal: Journal
  /// Whether the outcomes stay in their file, which the user named.
  private let keepsOutcomes: Bool
  private let night: Mutex<Night>
  /// The outcomes of the run that this one continues, by URL.
  private let resumed: [ExactText: LinkOutcome]

  /// Opens the files; nil where no option asks for any.
  init?(_ options: NightlyOptions) throws(Failure) {
    guard let name = options.state ?? options.outcomes else { return nil }
    shard = try options.shard?.shard()
    file = options.state.map { StateFile(name: $0) }
    try file?.lock()
    state = try file?.read() ?? LinkState()
    cache = file?.readCache() ?? LinkCache()
    freshDays = options.freshDays
    keepsOutcomes = options.outcomes != nil
    let path = options.outcomes ?? file?.journal ?? name
    var old: (outcomes: [LinkOutcome], length: Int) = ([], 0)
    if options.resume { old = try Journal.read(path) }
    // A night that goes on after midnight is one night.
    let today = try Day.today()
    date = old.outcomes.first?.date ?? today
    journal = try Journal(path, keptBytes: old.length)
    var night = Night(date: date)
    var byURL: [ExactText: LinkOutcome] = [:]
    for outcome in old.outcomes {
      var outcome = outcome
      outcome.date = date
      night.add(outcome)
      byURL[ExactText(outcome.url)] = outcome
    }
    self.night = Mutex(night)
    resumed = byURL
  }

  /// The links of this shard; those that have an outcome already are decided.
  func selected(_ links: [LinkToCheck]) -> [LinkToCheck] {
    let links = shard.map { shard in links.filter { shard.contains($0.url) } } ?? links
    if resumed.isEmpty, cache.count == 0 { return links }
    return links.map { link in
      guard link.decision == nil else { return link }
      var link = link
      if let outcome = outcome(of: link.url) {
        link.decision = LinkDecision(outcome.verdict, outcome.reason)
      } else if let entry = cache[link.url], state[link.url] == nil {
        link.validator = entry.validator
        if isFresh(link.url) { link.decision = LinkDecision(.ok, "fine on \(entry.lastOK)") }
      }
      return link
    }
  }

  /// Whether a link need not be checked this night.
  private func isFresh(_ url: String) -> Bool {
    guard let freshDays, state[url] == nil, outcome(of: url) == nil else { return false }
    return cache.isFresh(url, on: date, within: freshDays)
  }

  /// The number of links in a report that were not checked, since they have been fine for long.
  func freshCount(_ report: CheckReport) -> Int {
    freshDays == nil
      ? 0 : Set(report.links.filter { $0.attempts == 0 && $0.verdict == .ok && isFresh($0.url) }.map(\.url)).count
  }

  private func outcome(of url: String) -> LinkOutcome? {
    resumed.isEmpty ? nil : resumed[ExactText(Credentials.hidden(inURL: url))]
  }

  /// Whether a link's verdict came from a request, of this run or of the one that it continues.
  func isOutcome(_ link: CheckedLink) -> Bool { link.attempts > 0 || outcome(of: link.url) != nil }

  /// Takes a link that got its verdict.
  func conclude(_ link: CheckedLink, hasNetwork: Bool) {
    let outcome = LinkOutcome(
      url: link.url, date: date, verdict: link.verdict, status: link.status,
      reason: link.reason.map { Credentials.hidden(in: $0) }, target: link.verdict == .moved ? link.target : nil,
      shard: shard?.text, lastOK: cache[link.url].map(\.lastOK), hasNetwork: hasNetwork)
    journal.write(outcome)
    night.withLock { $0.add(outcome) }
  }

  /// The report with what the outcomes of the run before say of their links.
  func completed(_ report: CheckReport) -> CheckReport {
    if resumed.isEmpty { return report }
    var report = report
    for index in report.links.indices {
      guard let outcome = outcome(of: report.links[index].url) else { continue }
      (report.links[index].status, report.links[index].target) = (outcome.status, outcome.target)
    }
    return report
  }

  private func removeJournal() {
    if !keepsOutcomes { journal.remove() }
  }

  /// Ends the night: folds it, if there is a state and the run was not interrupted.
  ///
  /// - Returns: the state after it; nil without one.
  func finish(_ report: CheckReport) throws(Failure) -> LinkState? {
    try journal.check()
    if report.ending == .interrupted { return file == nil ? nil : state }
    var night = night.withLock { $0 }
    if report.noNetwork || !report.resolvesNames { night.loseNetwork() }
    guard let file else {
      if night.hasNetwork { return nil }
      throw Failure("\(journal.name): not trusted: \(Distrust.noNetwork)", status: .untrustworthy)
    }
    // Without an outcome, as where there is no web address or --offline, there was no night.
    if night.isEmpty, night.hasNetwork {
      removeJournal()
      return state
    }
    night.freshCount = freshCount(report)
    let seconds = Int(Awesome.start.duration(to: .now) / .seconds(1))
    let (next, distrust) = try file.fold(night, into: state, seconds: seconds)
    removeJournal()
    if let distrust { throw Failure(file.sentence(distrust, on: date), status: .untrustworthy) }
    try file.write(updatedCache(report))
    return next
  }

  /// The cache after the night.
  private func updatedCache(_ report: CheckReport) -> LinkCache {
    var cache = cache
    // Two links with different passwords look the same.
    for link in report.links where isOutcome(link) && !link.url.holds(Credentials.mask) {
      cache.take(
        LinkOutcome(url: link.url, date: date, verdict: link.verdict), validator: link.validator,
        isUnchanged: link.status == 304)
    }
    cache.prune(on: date)
    return cache
  }
}
