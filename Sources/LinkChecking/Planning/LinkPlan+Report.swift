internal import HTTP
internal import PageInspection
internal import Source

extension LinkPlan {
  /// The report of a run over this plan.
  ///
  /// - Parameter results: one for each target; `nil` where there is none.
  func report(_ results: [JobResult?], ending: RunEnding, hosts: [HostStatistics]) -> CheckReport {
    let results = links.map { link, fate -> CheckedLink in
      switch fate {
      case .decided(let decision):
        return CheckedLink(
          url: link.url, verdict: decision.verdict, reason: decision.reason, occurrences: link.occurrences)
      case .requested(let index, let fragment):
        return checked(link, results.indices.contains(index) ? results[index] : nil, fragment, ending)
      }
    }
    return CheckReport(links: results, ending: ending, hosts: hosts)
  }

  /// Turns the result of a target into those of its links.
  func concluding(
    _ conclude: (@Sendable (CheckedLink, Bool) -> Void)?
  ) -> (@Sendable (Int, JobResult, Bool) -> Void)? {
    guard let conclude else { return nil }
    var byTarget: [[(link: LinkToCheck, fragment: String?)]] = Array(repeating: [], count: targets.count)
    for (link, fate) in links {
      if case .requested(let index, let fragment) = fate { byTarget[index].append((link, fragment)) }
    }
    return { [byTarget] index, result, resolvesNames in
      for (link, fragment) in byTarget[index] { conclude(checked(link, result, fragment, .complete), resolvesNames) }
    }
  }

  private func checked(
    _ link: LinkToCheck, _ jobResult: JobResult?, _ fragment: String?, _ ending: RunEnding
  ) -> CheckedLink {
    var result = CheckedLink(url: link.url, verdict: .unchecked, occurrences: link.occurrences)
    // Without a network only a refused address has a verdict, and one that answered all the same.
    guard let jobResult, ending != .noNetwork || jobResult.verdict == .refused || jobResult.status != nil else {
      result.reason = ending == .noNetwork ? "there is no network" : "it was not requested"
      return result
    }
    result.verdict = jobResult.verdict
    result.reason = jobResult.reason
    result.status = jobResult.status
    result.hops = jobResult.hops
    result.attempts = jobResult.attempts
    result.validator = jobResult.validator
    result.target = jobResult.target.map { jobResult.keepsFragment ? $0.with(fragment: fragment).text : $0.text }
    if result.verdict == .moved, keepsRedirect(link.url) {
      (result.verdict, result.reason, result.target) = (.ok, nil, nil)
    }
    apply(fragment, of: jobResult, to: &result)
    return result
  }

  /// Whether a link stays as it is although it redirects permanently: it is a lasting name, or the configuration keeps it.
  private func keepsRedirect(_ url: String) -> Bool {
    if keptRedirects.contains(where: { $0.matches(url) }) { return true }
    return (try? WebAddress(url)).map { LastingName.isOne($0.host) } ?? false
  }

  /// A link with a fragment is broken if the page is without it, even if the page is suspect.
  private func apply(_ fragment: String?, of jobResult: JobResult, to result: inout CheckedLink) {
    guard let fragment, let found = jobResult.fragments[fragment], found != .fine else { return }
    let name = PercentEncoding.decode(fragment)
    var reason = "no element matches “#\(name)”"
    result.verdict = .broken
    if case .unknown(let why) = found {
      reason = "“#\(name)” was not found: \(why)"
      result.verdict = .suspect
    }
    if jobResult.verdict == .suspect, let suspicion = jobResult.reason {
      reason += "; also suspect: \(suspicion)"
    }
    result.reason = reason
    result.target = nil
  }
}
