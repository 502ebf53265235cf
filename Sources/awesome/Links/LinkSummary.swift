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
  /// The findings in the report, as the configuration of each section wants them.
  private let reported: Set<Finding>

  init(_ report: CheckReport, isVerbose: Bool, reported: Set<Finding>) {
    self.report = report
    self.isVerbose = isVerbose
    self.reported = reported
  }

  /// A rule and the place of a link, before fixes move it.
  struct Finding: Hashable {
    private let rule: String
    private let file: String
    private let range: SourceRange

    init(_ diagnostic: Diagnostic, in file: String) {
      (rule, self.file, range) = (diagnostic.rule, file, diagnostic.range)
    }

    fileprivate init(_ verdict: Verdict, at place: LinkOccurrence) {
      (rule, file, range) = ("link-\(verdict.rawValue)", place.file, place.range)
    }
  }

  /// The lines, without newlines.
  ///
  /// - Parameter hasTotal: whether the number of links is in them, since no report tells it.
  func lines(hasTotal: Bool) -> [String] {
    let groups = Self.listed.flatMap(lines)
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
      case .excluded: "; patterns exclude every link"
      case .complete, .noNetwork: ""
      }
    return (counts.isEmpty ? "none" : counts.joined(separator: ", ")) + ending
  }

  /// The line about the links with a verdict, as in "3 blocked: a.example (2), b.example (1)", and the links where all are listed.
  private func lines(about verdict: Verdict) -> [String] {
    let all = report.links.filter { $0.verdict == verdict }
    let links = all.filter { link in
      !link.occurrences.contains { reported.contains(Finding(verdict, at: $0)) }
    }
    if links.isEmpty { return [] }
    let count = links.count == all.count ? "\(all.count)" : "\(links.count) of \(all.count)"
    let head = "\(count) \(verdict.rawValue): \(Self.hosts(of: links))"
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
