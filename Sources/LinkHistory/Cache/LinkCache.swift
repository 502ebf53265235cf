public import LinkChecking
public import Source

/// When links were last fine, and which version of their pages was: what saves requests, and may be lost without harm.
public struct LinkCache: Hashable, Sendable {
  /// The version of the file's format.
  static let version = 1
  /// The days without a failure after which a link is checked less often.
  public static let patience = 30
  /// The days after which a link that no night checked is forgotten.
  static let memory = 90

  public struct Entry: Hashable, Sendable {
    /// The first day of those on which the link was fine, without a failure in between.
    public var since: Day
    /// The last one.
    public var lastOK: Day
    public var validator: Validator?
  }

  private var entries: [ExactText: Entry] = [:]
  /// Where lines of the file cannot be used.
  public internal(set) var problems: [LineProblem] = []

  public init() {}

  public subscript(url: String) -> Entry? { entries[ExactText(url)] }

  public var count: Int { entries.count }

  /// The entries, sorted by URL.
  var sorted: [(url: String, entry: Entry)] {
    entries.map { ($0.key.text, $0.value) }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  mutating func set(_ url: String, _ entry: Entry) { entries[ExactText(url)] = entry }

  /// Whether a link need not be checked: it has been fine for long, and was fine in the last days.
  ///
  /// Each night checks a part of these links, by their hash, so that no night has to check them all.
  ///
  /// - Parameter days: the longest time without a check, at least 2.
  public func isFresh(_ url: String, on date: Day, within days: Int) -> Bool {
    guard days > 1, let entry = self[url], date - entry.since >= Self.patience else { return false }
    let age = date - entry.lastOK
    let turn = Int(URLKey.url(url) % UInt64(days))
    return age >= 0 && age < days && (age == 0 || date.number % days != turn)
  }

  /// Takes what a night found out about a link.
  ///
  /// - Parameter isUnchanged: whether the server said that its page has the version that is known.
  public mutating func take(_ outcome: LinkOutcome, validator: Validator?, isUnchanged: Bool) {
    let key = ExactText(outcome.url)
    guard outcome.verdict == .ok else {
      if outcome.verdict != .unchecked, outcome.verdict != .excluded { entries[key] = nil }
      return
    }
    let known = entries[key]
    entries[key] = Entry(
      since: min(known?.since ?? outcome.date, outcome.date), lastOK: max(known?.lastOK ?? outcome.date, outcome.date),
      validator: isUnchanged ? known?.validator : validator)
  }

  /// Forgets the links that no night has checked for long.
  public mutating func prune(on date: Day) {
    entries = entries.filter { date - $0.value.lastOK < Self.memory }
  }
}
