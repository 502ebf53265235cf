internal import HTTP
internal import PageInspection
import Source

extension LinkPlan {
  /// The report of a run over this plan.
  ///
  /// - Parameter conclusions: one for each target; `nil` where there is none.
  func report(_ conclusions: [Conclusion?], ending: RunEnding, hosts: [HostStatistics]) -> CheckReport {
    let results = links.map { link, fate -> CheckedLink in
      switch fate {
      case .decided(let verdict, let reason):
        return CheckedLink(url: link.url, verdict: verdict, reason: reason, occurrences: link.occurrences)
      case .asked(let index, let fragment):
        return checked(link, conclusions.indices.contains(index) ? conclusions[index] : nil, fragment, ending)
      }
    }
    return CheckReport(links: results, ending: ending, hosts: hosts)
  }

  private func checked(
    _ link: LinkToCheck, _ conclusion: Conclusion?, _ fragment: String?, _ ending: RunEnding
  ) -> CheckedLink {
    var result = CheckedLink(url: link.url, verdict: .unchecked, occurrences: link.occurrences)
    // Without a network an address that is refused still is, but nothing else means anything.
    guard let conclusion, ending != .noNetwork || conclusion.verdict == .refused else {
      result.reason = ending == .noNetwork ? "there is no network" : "it was not asked"
      return result
    }
    result.verdict = conclusion.verdict
    result.reason = conclusion.reason
    result.status = conclusion.status
    result.hops = conclusion.hops
    result.attempts = conclusion.attempts
    result.target = conclusion.target.map { $0.with(fragment: $0.fragment ?? fragment).text }
    judge(fragment, by: conclusion, &result)
    return result
  }

  /// A link with a fragment is broken if the page is without it, even if the page is suspect.
  private func judge(_ fragment: String?, by conclusion: Conclusion, _ result: inout CheckedLink) {
    guard let fragment, let found = conclusion.fragments[fragment], found != .fine else { return }
    let name = PercentEncoding.decode(fragment)
    var reason = "no element matches “#\(name)”"
    result.verdict = .broken
    if case .unknown(let why) = found {
      reason = "“#\(name)” was not found: \(why)"
      result.verdict = .suspect
    }
    if conclusion.verdict == .suspect, let doubt = conclusion.reason { reason += "; also suspect: \(doubt)" }
    result.reason = reason
    result.target = nil
  }
}
