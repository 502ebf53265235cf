import Diagnostics
import LinkChecking
import Source

/// The lines about a run that end a report: the number of links by verdict, and where the links are that gave no finding.
struct LinkSummary {
  /// The most hosts that a line names.
  private static let hostLimit = 3
  private static let listed: [Verdict] = [.blocked, .unchecked, .excluded]

  private let report: CheckReport
  /// Whether every link without a finding is listed.
  private let isVerbose: Bool
  /// The verdicts whose links are findings, as the configuration wants.
  private let reported: Set<String>

  init(_ report: CheckReport, isVerbose: Bool, reports: [FileReport]) {
    self.report = report
    self.isVerbose = isVerbose
    reported = Set(reports.flatMap { $0.diagnostics.map(\.rule) })
  }

  /// The lines, without newlines.
  ///
  /// - Parameter hasTotal: whether the number of links is in them, since no report tells it.
  func lines(hasTotal: Bool) -> [String] {
    let groups = Self.listed.filter { !reported.contains("link-\($0.rawValue)") }.flatMap(lines)
    let isMore = !isVerbose && !groups.isEmpty
    let total = hasTotal ? "\(counted(report.summary.links, "link")): " : ""
    return [total + counts] + groups.dropLast() + groups.suffix(1).map { $0 + (isMore ? "; --verbose lists them" : "") }
  }

  private var counts: String {
    let summary = report.summary
    let counts = Verdict.allCases.filter { summary[$0] > 0 }.map { "\(summary[$0]) \($0.rawValue)" }
    let ending =
      switch report.ending {
      case .interrupted: "; interrupted"
      case .deadline: "; the deadline passed"
      case .complete, .noNetwork: ""
      }
    return (counts.isEmpty ? "none" : counts.joined(separator: ", ")) + ending
  }

  /// The line about the links with a verdict, as in "3 blocked: a.example (2), b.example (1)", and the links where all are listed.
  private func lines(about verdict: Verdict) -> [String] {
    let links = report.links.filter { $0.verdict == verdict }
    if links.isEmpty { return [] }
    let head = "\(links.count) \(verdict.rawValue): \(Self.hosts(of: links))"
    guard isVerbose else { return [head] }
    return [head]
      + links.flatMap { link in
        link.occurrences.map { "  \($0.file):\($0.location.line):\($0.location.column): \(link.sentence)" }
      }
  }

  /// The hosts with the most links, by number, then by name.
  private static func hosts(of links: [CheckedLink]) -> String {
    let counts = Dictionary(links.map { (ShownAddress.host(of: $0.url), 1) }, uniquingKeysWith: +)
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if sorted.count == 1 { return sorted[0].key }
    let named = sorted.prefix(hostLimit).map { "\($0.key) (\($0.value))" }
    let rest = sorted.count - named.count
    return (named + (rest > 0 ? [counted(rest, "more host")] : [])).joined(separator: ", ")
  }
}
