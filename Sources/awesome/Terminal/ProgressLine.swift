import LinkChecking
import Source

/// The line of a progress bar: how far the run is, what it found, and what it waits for.
struct ProgressLine {
  /// The most and the fewest columns of the bar itself.
  private static let columns = 5...24

  /// A text and its colour, as the parameters of its escape sequence.
  private struct Part {
    let text: String
    var color: String?
  }

  private let progress: CheckProgress
  private let now: Duration
  private let left: Duration?

  /// - Parameters:
  ///   - now: the time since the start.
  ///   - left: the time that the run still takes; nil where that is not known.
  init(_ progress: CheckProgress, now: Duration, left: Duration? = nil) {
    (self.progress, self.now, self.left) = (progress, now, left)
  }

  /// The line without a newline, in at most so many columns: as much as fits, the most important first.
  func text(width: Int, isColored: Bool) -> String {
    let count = "\(progress.checked) of \(progress.total)"
    var rest = width - count.utf8.count
    guard rest >= 0 else { return String(count.prefix(max(width, 0))) }
    var groups: [[Part]] = []
    for choices in [waiting, verdicts, time] {
      // The first form that leaves room for a bar.
      let fitting = choices.first { Self.columns(of: $0) + 2 <= rest - (Self.columns.lowerBound + 1) }
      guard let group = fitting, !group.isEmpty else { continue }
      rest -= Self.columns(of: group) + 2
      groups.append(group)
    }
    // What was found comes before what is waited for, though that is more important where there is little room.
    let bar = min(rest - 1, Self.columns.upperBound)
    let start = bar >= Self.columns.lowerBound ? self.bar(bar) + " " : ""
    let ordered = groups.filter { $0.first?.color != nil } + groups.filter { $0.first?.color == nil }
    return ([start + count] + ordered.map { Self.text($0, isColored) }).joined(separator: "  ")
  }

  private func bar(_ columns: Int) -> String {
    let filled = progress.total > 0 ? min(columns, progress.checked * columns / progress.total) : 0
    return String(repeating: "█", count: filled) + String(repeating: "░", count: columns - filled)
  }

  /// What was found so far: all of it, or only what fails.
  private var verdicts: [[Part]] {
    let parts = Verdict.allCases.compactMap { verdict -> Part? in
      let count = progress.verdicts[verdict] ?? 0
      return count > 0 ? Part(text: "\(count) \(verdict.rawValue)", color: Self.color(of: verdict)) : nil
    }
    let failed: [Verdict] = [.gone, .broken, .transient, .refused]
    let count = failed.reduce(0) { $0 + (progress.verdicts[$1] ?? 0) }
    return [parts] + (count > 0 ? [[Part(text: "\(count) failed", color: "31")]] : [])
  }

  /// What the run waits for.
  private var waiting: [[Part]] {
    let next = progress.nextRequest.map { max(1, Int((($0 - now) / .seconds(1)).rounded(.up))) }
    if progress.waitingHosts > 0, let next {
      let asked = counted(progress.waitingHosts, "host") + " asked to wait, next in \(Self.words(next))"
      return [[Part(text: asked)], [Part(text: "next in \(Self.words(next))")]]
    }
    if progress.inFlight > 0 { return [[Part(text: "\(progress.inFlight) in flight")]] }
    return next.map { [[Part(text: "next request in \(Self.words($0))")], [Part(text: "next in \(Self.words($0))")]] }
      ?? []
  }

  private var time: [[Part]] {
    guard let left else { return [] }
    let seconds = Int(min(max(left / .seconds(1), 0), 359_999))
    // No estimate is better than this.
    let text = seconds < 60 ? "\(max(5, (seconds + 4) / 5 * 5)) s" : Self.words((seconds + 30) / 60 * 60)
    return [[Part(text: "about \(text) left")]]
  }

  /// A time in seconds, or in minutes and seconds.
  private static func words(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds >= 3_600 { return "\(seconds / 3_600) h \(seconds / 60 % 60) min" }
    return "\(seconds / 60) min" + (seconds % 60 > 0 ? " \(seconds % 60) s" : "")
  }

  private static func color(of verdict: Verdict) -> String {
    switch verdict {
    case .ok: "32"
    case .moved, .suspect, .transient: "33"
    case .gone, .broken, .refused: "31"
    case .blocked, .unchecked, .excluded: "2"
    }
  }

  private static func columns(of parts: [Part]) -> Int {
    parts.reduce(0) { $0 + $1.text.utf8.count } + 2 * max(parts.count - 1, 0)
  }

  private static func text(_ parts: [Part], _ isColored: Bool) -> String {
    parts.map { part in
      guard isColored, let color = part.color else { return part.text }
      return "\u{1B}[\(color)m\(part.text)\u{1B}[0m"
    }.joined(separator: ", ")
  }
}
