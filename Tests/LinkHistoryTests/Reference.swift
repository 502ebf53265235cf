import LinkChecking

/// The rule once more, from all that ever happened to one link instead of from a state.
struct Reference {
  private var events: [(day: Int, verdict: Verdict)] = []
  private var nights: [Int] = []

  mutating func observe(_ verdict: Verdict?, on day: Int) {
    nights.append(day)
    if let verdict, ![.refused, .unchecked, .excluded].contains(verdict) { events.append((day, verdict)) }
    // What a month without trouble leaves nobody remembers.
    let window = nights.suffix(30)
    guard nights.count >= 30, let oldest = window.first else { return }
    let isTroubled = events.contains {
      $0.day >= oldest && [.gone, .broken, .transient, .suspect].contains($0.verdict)
    }
    if !isTroubled, events.last.map({ $0.verdict == .ok }) ?? true { events = [] }
  }

  var isLasting: Bool {
    guard let last = events.last, [.gone, .broken, .transient, .suspect].contains(last.verdict) else { return false }
    let isSuccess = { (verdict: Verdict) in verdict == .ok || verdict == .moved }
    var outage = 0
    var start: Int?
    for event in events {
      if isSuccess(event.verdict) {
        if let first = start { outage = max(outage, event.day - first) }
        start = nil
      } else if event.verdict != .blocked, start == nil {
        start = event.day
      }
    }
    guard let first = start else { return false }
    let oldest = nights.suffix(30).first ?? 0
    let streak = events.filter { $0.day >= first && (nights.count < 30 || $0.day >= oldest) }
    let days = { (verdicts: [Verdict]) in streak.filter { verdicts.contains($0.verdict) }.map(\.day) }
    let isReached =
      if last.verdict == .suspect {
        days([.suspect]).count >= 3
      } else {
        days([.gone]).contains { early in days([.gone]).contains { $0 - early >= 2 } }
          || days([.gone, .broken]).count >= 3 || days([.gone, .broken, .transient]).count >= 7
      }
    return isReached && last.day - first >= 2 * outage
  }
}
