import Diagnostics
import LinkChecking
import LinkHistory
import Source

/// What the nights so far make of a run's findings: those that may pass are notes, and a host that is down is one finding.
struct LinkFindings {
  private struct Place: Hashable {
    let file: String
    let range: SourceRange
  }

  private enum Effect {
    /// The fold did not take the failure.
    case uncounted
    case watched(nights: Int, of: Int)
    case lasting(nights: Int, since: Day?)
    /// The first link of a host that is down.
    case host(String, links: Int, nights: Int, since: Day?)
    /// Any other link of it.
    case covered
  }

  private var effects: [Place: Effect] = [:]

  /// - Parameters:
  ///   - state: after the night.
  ///   - isOutcome: whether a link's verdict is an outcome of the night, and not known without a request.
  init(
    _ state: LinkState, _ report: CheckReport, thresholds: Thresholds, isOutcome: (CheckedLink) -> Bool
  ) {
    let down = Self.hostsDown(state, report, thresholds)
    var named: Set<String> = []
    for link in report.links where isOutcome(link) {
      // Of several runs on one day a success outweighs failures, and a late night only adds dates: then the failure of this run is no
      // evidence that it lasts.
      let known = state[link.url].flatMap { $0.verdict == link.verdict ? $0 : nil }
      var effect: Effect
      switch known?.standing(thresholds) {
      case nil, .settled?: effect = .uncounted
      case .watched(let nights, let needed)?: effect = .watched(nights: nights, of: needed)
      case .lasting(let nights)?:
        effect = .lasting(nights: nights, since: known?.since)
        let name = host(of: link.url)
        if let count = down[name] {
          effect =
            named.insert(name).inserted ? .host(name, links: count, nights: nights, since: known?.since) : .covered
        }
      }
      for (index, place) in link.occurrences.enumerated() {
        var effect = effect
        if index > 0, case .host = effect { effect = .covered }
        effects[Place(file: place.file, range: place.range)] = effect
      }
    }
  }

  /// The hosts all of whose links, at least two, fail in the same way, with the number of those that last.
  private static func hostsDown(
    _ state: LinkState, _ report: CheckReport, _ thresholds: Thresholds
  ) -> [String: Int] {
    var ways: [String: Set<String>] = [:]
    var counts: [String: Int] = [:]
    for link in report.links where ![.excluded, .unchecked, .refused].contains(link.verdict) {
      let name = host(of: link.url)
      if name.isEmpty { continue }
      let isFailure = [.gone, .broken, .transient].contains(link.verdict)
      // Pages that are gone are each for itself.
      let way = isFailure && link.status.map({ $0 >= 500 }) ?? isFailure ? link.reason ?? "\(link.status ?? 0)" : ""
      ways[name, default: []].insert(way)
      if case .lasting = state[link.url]?.standing(thresholds) { counts[name, default: 0] += 1 }
    }
    return counts.filter { name, count in count > 1 && ways[name]?.count == 1 && ways[name] != [""] }
  }

  /// The findings of a file with their new severities and messages.
  func applied(to diagnostics: [Diagnostic], in file: String) -> [Diagnostic] {
    diagnostics.compactMap { diagnostic in
      guard let effect = effects[Place(file: file, range: diagnostic.range)],
        let verdict = diagnostic.rule.removing(prefix: "link-"),
        [.gone, .broken, .transient, .suspect].contains(Verdict(rawValue: String(verdict)))
      else { return diagnostic }
      switch effect {
      case .covered: return nil
      case .uncounted: return diagnostic.with(severity: .note, ending: "; watched: this run does not count")
      case .watched(let nights, let needed):
        let progress = nights < needed ? "night \(nights) of \(needed)" : "night \(nights)"
        return diagnostic.with(severity: .note, ending: "; watched: \(progress)")
      case .lasting(let nights, let since): return diagnostic.with(ending: Self.ending(nights, since))
      case .host(let name, let links, let nights, let since):
        return diagnostic.with(
          ending: "\(Self.ending(nights, since)); so do all \(counted(links, "link")) to \(name)")
      }
    }
  }

  private static func ending(_ nights: Int, _ since: Day?) -> String {
    "; on \(counted(nights, "night"))" + (since.map { " since \($0)" } ?? "")
  }
}

extension Diagnostic {
  fileprivate func with(severity: Severity? = nil, ending: String) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity ?? self.severity, message: message + ending, brief: brief.map { $0 + ending },
      range: range, fix: fix)
  }
}

extension CheckLinks {
  /// The thresholds of the first configuration that sets any.
  func thresholds(of configurations: [Configuration]) -> Thresholds {
    configurations.lazy.compactMap(\.checkLinks.thresholds).first ?? Thresholds()
  }
}
