internal import Source
internal import LinkChecking

extension TroubledLink {
  /// Takes the outcome of a night.
  ///
  /// - Parameter isLate: whether a later night is known: then the outcome only adds a date.
  mutating func take(_ outcome: LinkOutcome, isLate: Bool) {
    switch outcome.verdict {
    case .ok, .moved: succeed(outcome, isLate: isLate)
    case .gone, .broken, .transient, .suspect: fail(outcome, isLate: isLate)
    case .blocked where !isLate: set(outcome)
    case .blocked, .refused, .unchecked, .excluded: break
    }
  }

  private mutating func set(_ outcome: LinkOutcome) {
    (verdict, status, reason, target) = (outcome.verdict, outcome.status, outcome.reason, outcome.target)
  }

  private mutating func succeed(_ outcome: LinkOutcome, isLate: Bool) {
    failures.removeAll { $0.date == outcome.date }
    if let start = since, start <= outcome.date {
      longestOutage = max(longestOutage, outcome.date - start)
      since = failures.first { $0.date > outcome.date }?.date
      lastOK = max(lastOK ?? outcome.date, outcome.date)
    } else if !isLate, verdict != outcome.verdict {
      lastOK = max(lastOK ?? outcome.date, outcome.date)
    }
    // A success that only repeats itself changes nothing, so that the file does not change every night.
    if !isLate {
      set(outcome)
      if outcome.verdict == .ok { (status, reason, target) = (nil, nil, nil) }
    }
  }

  private mutating func fail(_ outcome: LinkOutcome, isLate: Bool) {
    let date = outcome.date
    // One success on a day outweighs its failures.
    if lastOK == date { return }
    if let known = failures.first(where: { $0.date == date }), known.verdict.rank <= outcome.verdict.rank { return }
    failures.removeAll { $0.date == date }
    let place = failures.firstIndex { $0.date > date } ?? failures.endIndex
    failures.insert(Failure(date: date, verdict: outcome.verdict), at: place)
    if isLate { return }
    if since == nil {
      since = date
      if let known = outcome.lastOK, known < date { lastOK = max(lastOK ?? known, known) }
    }
    set(outcome)
  }
}
