internal import LinkChecking
internal import Source

/// How many nights a failure takes to count as one that lasts.
public struct Thresholds: Hashable, Sendable {
  /// Nights with `gone`, of which two are at least two days apart.
  public var gone = 2
  /// Nights with `broken` or `gone`.
  public var broken = 3
  /// Nights with any failure.
  public var transient = 7
  /// Nights with `suspect`.
  public var suspect = 3

  public init() {}
}

/// What the nights so far mean for a link.
public enum Standing: Hashable, Sendable {
  /// It is fine, blocked or moved: the nights before are of no importance.
  case settled
  /// It fails, and may recover: so many nights, of so many.
  case watched(nights: Int, of: Int)
  /// It has failed for so many nights, and counts as an error; where it is suspect, as a warning.
  case lasting(nights: Int)
}

extension TroubledLink {
  /// Whether the link lasts in its failure: only by nights without one success in between, and not before twice its longest outage that
  /// healed.
  public func standing(_ thresholds: Thresholds = Thresholds()) -> Standing {
    let streak = streak
    guard verdict.isCounted, let first = since, let last = streak.last?.date else { return .settled }
    let dates = { (verdicts: Set<Verdict>) in streak.filter { verdicts.contains($0.verdict) }.map(\.date) }
    let (nights, needed, isReached): (Int, Int, Bool)
    if verdict == .suspect {
      nights = dates([.suspect]).count
      (needed, isReached) = (thresholds.suspect, nights >= thresholds.suspect)
    } else {
      let (gone, broken) = (dates([.gone]), dates([.gone, .broken]))
      nights = dates([.gone, .broken, .transient]).count
      needed = verdict == .gone ? thresholds.gone : verdict == .broken ? thresholds.broken : thresholds.transient
      isReached =
        Self.isFarEnough(gone, thresholds.gone) || broken.count >= thresholds.broken || nights >= thresholds.transient
    }
    return isReached && last - first >= 2 * longestOutage
      ? .lasting(nights: nights) : .watched(nights: nights, of: needed)
  }

  /// Whether the nights are enough, and two of them at least two days apart, if one is not enough.
  private static func isFarEnough(_ dates: [Day], _ needed: Int) -> Bool {
    guard dates.count >= needed, let first = dates.first, let last = dates.last else { return false }
    return needed < 2 || last - first >= 2
  }
}
