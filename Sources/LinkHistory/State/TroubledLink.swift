public import LinkChecking
public import Source

/// What is known of a link that failed in one of the last nights, or is not as it should be.
public struct TroubledLink: Hashable, Sendable {
  /// A night on which the link failed, or was suspect.
  public struct Failure: Hashable, Sendable {
    public let date: Day
    public let verdict: Verdict
  }

  /// As written in the list, without user names and passwords.
  public let url: String
  /// In order; only those of the last nights.
  public internal(set) var failures: [Failure] = []
  /// The first of the nights without a success in between; nil where the link does not fail.
  public internal(set) var since: Day?
  /// The last day on which the link is known to have been fine.
  public internal(set) var lastOK: Day?
  /// The verdict of the last night, with its evidence; `ok` where the link recovered.
  public internal(set) var verdict = Verdict.ok
  public internal(set) var status: Int?
  public internal(set) var reason: String?
  public internal(set) var target: String?
  /// The days of the longest outage that healed.
  public internal(set) var longestOutage = 0
  /// The first of the nights that did not check the link; nil where the last one did.
  public internal(set) var uncheckedSince: Day?
  /// The members that this version does not know.
  var unknown: [RawMember] = []

  public init(url: String) {
    self.url = url
  }

  /// The failures since the last success.
  public var streak: ArraySlice<Failure> {
    guard let since else { return [] }
    return failures[(failures.firstIndex { $0.date >= since } ?? failures.endIndex)...]
  }

  /// Whether there is nothing to remember.
  var isFine: Bool { failures.isEmpty && since == nil && verdict == .ok }
}
