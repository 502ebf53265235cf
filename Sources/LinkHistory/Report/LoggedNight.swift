public import LinkChecking
public import Source
internal import JSON

/// A line of the log of nights.
public struct LoggedNight: Hashable, Sendable {
  public let date: Day
  /// Why the night was not folded; nil for one that was trusted.
  public let distrust: String?
  /// How long the run took; nil where that is not known.
  public let seconds: Int?
  /// The number of URLs that were checked.
  public let links: Int
  /// The number of URLs that were not checked, since they had been fine for long.
  public let fresh: Int
  /// The number of URLs by verdict, without those that have none.
  public let counts: [Verdict: Int]

  /// nil where the line is damaged.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard let members = bytes.json(in: range), let date = members["date"]?.string.flatMap({ Day($0) }),
      case .bool(let isTrusted) = members["trusted"]
    else { return nil }
    let count = { (key: String) in members[key]?.integer.flatMap { (0...1_000_000_000).contains($0) ? $0 : nil } }
    self.date = date
    distrust = isTrusted ? nil : members["reason"]?.string ?? "no reason is known"
    seconds = count("seconds")
    fresh = count("fresh") ?? 0
    let pairs = Verdict.allCases.compactMap { verdict in count(verdict.rawValue).map { (verdict, $0) } }
    counts = Dictionary(uniqueKeysWithValues: pairs.filter { $0.1 > 0 })
    links = count("links") ?? counts.values.reduce(0, +)
  }
}

extension NightLog {
  /// The nights whose lines are whole, in their order.
  public var nights: [LoggedNight] {
    let bytes = bytes
    var nights: [LoggedNight] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if let night = LoggedNight(bytes, start..<end) { nights.append(night) }
      start = end + 1
    }
    return nights
  }

  /// Whether so many nights before a date were not trusted, one after the other, and not for want of a network or a shard.
  func hasFailed(before date: Day, for count: Int) -> Bool {
    let last = nights.filter { $0.date < date }.suffix(count)
    return last.count == count
      && last.allSatisfy { night in
        guard let reason = night.distrust else { return false }
        return reason != Distrust.noNetwork.description && !reason.hasSuffix("missing")
      }
  }
}
