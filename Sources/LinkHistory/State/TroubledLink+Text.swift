internal import JSON
internal import LinkChecking
internal import Source

extension TroubledLink {
  /// The verdicts of failures, in the order of a line.
  private static let counted: [Verdict] = [.gone, .broken, .transient, .suspect]

  /// Reads a line; nil where it is damaged.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard var reader = LineReader(bytes, range), let (key, value) = reader.next(), bytes.matches("url", in: key),
      let url = bytes.string(in: value), !url.isEmpty
    else { return nil }
    self.init(url: url)
    var hasVerdict = false
    while let (key, value) = reader.next() {
      let isRead: Bool
      if bytes.matches("verdict", in: key) {
        guard let known = bytes.string(in: value).flatMap({ Verdict(rawValue: $0) }) else { return nil }
        (verdict, hasVerdict, isRead) = (known, true, true)
      } else {
        isRead = read(bytes, key, value)
      }
      guard isRead else { return nil }
    }
    guard reader.isComplete, hasVerdict else { return nil }
  }

  /// - Returns: whether the value has the type that it should have.
  private mutating func read(_ bytes: [UInt8], _ key: Range<Int>, _ value: Range<Int>) -> Bool {
    let isNull = bytes.matches("null", in: value)
    switch true {
    case bytes.matches("failed", in: key): return readFailures(bytes, value)
    case bytes.matches("since", in: key):
      since = bytes.day(in: value)
      return isNull || since != nil
    case bytes.matches("ok", in: key):
      lastOK = bytes.day(in: value)
      return isNull || lastOK != nil
    case bytes.matches("unchecked", in: key):
      uncheckedSince = bytes.day(in: value)
      return isNull || uncheckedSince != nil
    case bytes.matches("status", in: key):
      status = bytes.json(in: value)?.integer
      return isNull || status != nil
    case bytes.matches("outage", in: key):
      longestOutage = min(max(bytes.json(in: value)?.integer ?? 0, 0), 1_000_000)
      return true
    case bytes.matches("reason", in: key):
      reason = bytes.string(in: value)
      return isNull || reason != nil
    case bytes.matches("target", in: key):
      target = bytes.string(in: value)
      return isNull || target != nil
    // An outcome is not a line of a state.
    case bytes.matches("date", in: key): return false
    default:
      guard let member = RawMember(bytes, key: key, value: value) else { return false }
      unknown.append(member)
      return true
    }
  }

  private mutating func readFailures(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard case .object(let members) = bytes.json(in: range) else { return false }
    var byDate: [Day: Verdict] = [:]
    for member in members {
      guard let verdict = Verdict(rawValue: member.key), verdict.isCounted, let days = member.value.array else {
        return false
      }
      for value in days {
        guard let day = value.string.flatMap({ Day($0) }) else { return false }
        byDate[day] = byDate[day].map { $0.rank < verdict.rank ? $0 : verdict } ?? verdict
      }
    }
    failures = byDate.map { Failure(date: $0.key, verdict: $0.value) }.sorted { $0.date < $1.date }
    return true
  }

  func write(to writer: inout LineWriter) {
    writer.begin()
    writer.write("url", url)
    writer.write("failed", raw: failureText)
    writer.write("since", since?.description)
    writer.write("ok", lastOK?.description)
    writer.write("verdict", verdict.rawValue)
    writer.write("status", status)
    writer.write("reason", reason)
    writer.write("outage", longestOutage)
    if let target { writer.write("target", target) }
    if let uncheckedSince { writer.write("unchecked", uncheckedSince.description) }
    writer.write(unknown)
    writer.end()
  }

  /// The dates by verdict, as in `{"gone":["2026-11-29","2026-11-30"]}`.
  private var failureText: String {
    let groups = Self.counted.compactMap { verdict -> String? in
      let days = failures.filter { $0.verdict == verdict }.map { "\"\($0.date)\"" }
      return days.isEmpty ? nil : "\"\(verdict.rawValue)\":[\(days.joined(separator: ","))]"
    }
    return "{\(groups.joined(separator: ","))}"
  }

  /// One line for two of the same URL, as a merge in git leaves them: the later one, with the failures of both.
  func merged(with other: TroubledLink) -> TroubledLink {
    let order = { (link: TroubledLink) in
      (link.failures.last?.date.number ?? .min, link.lastOK?.number ?? .min, -link.verdict.rank)
    }
    var merged = order(self) < order(other) ? other : self
    let older = order(self) < order(other) ? self : other
    for failure in older.failures where !merged.failures.contains(where: { $0.date == failure.date }) {
      merged.failures.append(failure)
    }
    merged.failures.sort { $0.date < $1.date }
    merged.longestOutage = max(longestOutage, other.longestOutage)
    merged.lastOK = [lastOK, other.lastOK].compactMap(\.self).max()
    if let since = merged.since, let ok = merged.lastOK, since <= ok {
      merged.since = merged.failures.first { $0.date > ok }?.date
    }
    return merged
  }
}
