internal import LinkChecking
internal import Source

/// What the last night changed for a link.
public struct LinkNews: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// It fails, and now counts as an error.
    case lasting
    /// It is suspect, and now counts as a warning.
    case suspect
    /// It has a new address.
    case moved
    /// It had failed for so long that it counted, and answers again.
    case recovered
    /// It fails for the first time since it was fine.
    case failing

    /// Whether a person should know at once; what fails for the first time mostly recovers by itself.
    public var isUrgent: Bool { self != .failing }
  }

  public let kind: Kind
  public let link: TroubledLink

  /// nil where the night changed nothing of interest.
  init?(_ link: TroubledLink, on night: Day, _ thresholds: Thresholds) {
    guard let kind = Self.kind(link, night, thresholds) else { return nil }
    (self.kind, self.link) = (kind, link)
  }

  private static func kind(_ link: TroubledLink, _ night: Day, _ thresholds: Thresholds) -> Kind? {
    guard link.uncheckedSince == nil else { return nil }
    if link.lastOK == night {
      if link.verdict == .moved { return .moved }
      return link.verdict == .ok && link.before(recoveryOn: night).isLasting(thresholds) ? .recovered : nil
    }
    guard link.failures.last?.date == night, link.verdict.isCounted else { return nil }
    if link.isLasting(thresholds) {
      if link.without(night).isLasting(thresholds) { return nil }
      return link.verdict == .suspect ? .suspect : .lasting
    }
    return link.since == night ? .failing : nil
  }
}

extension TroubledLink {
  /// Whether the link counts as an error or a warning.
  func isLasting(_ thresholds: Thresholds) -> Bool {
    if case .lasting = standing(thresholds) { return true }
    return false
  }

  /// The link as it was before a night on which it failed.
  fileprivate func without(_ night: Day) -> TroubledLink {
    var link = self
    link.failures.removeAll { $0.date == night }
    if since == night { link.since = nil }
    link.verdict = link.failures.last?.verdict ?? .ok
    return link
  }

  /// The link as it was before a night on which it recovered; only an outage that was the longest can have counted.
  fileprivate func before(recoveryOn night: Day) -> TroubledLink {
    var link = self
    let start = Day(number: night.number - longestOutage)
    link.since = failures.first { $0.date >= start }?.date
    link.verdict = failures.last?.verdict ?? .ok
    link.longestOutage = 0
    return link
  }
}
