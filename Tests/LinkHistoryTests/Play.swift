import LinkChecking
import TestSupport

@testable import LinkHistory
import Source

/// Nights made up of verdicts.
enum Play {
  static let start = Day(number: 20_869)

  static func night(_ offset: Int, _ verdicts: [String: Verdict]) -> Night {
    var night = Night(date: Day(number: start.number + offset))
    for (url, verdict) in verdicts { night.add(LinkOutcome(url: url, date: night.date, verdict: verdict)) }
    return night
  }

  /// The state after the verdicts of one link on the nights 0, 1, 2 …; nil for a night that did not check it.
  static func state(_ verdicts: [Verdict?], of url: String = "https://a.example/") -> LinkState {
    verdicts.enumerated().reduce(LinkState()) { state, night in
      LinkState.step(state, Self.night(night.offset, night.element.map { [url: $0] } ?? [:]))
    }
  }

  /// The URLs of links that count as errors or warnings.
  static func lasting(_ state: LinkState, _ thresholds: Thresholds = Thresholds()) -> Set<String> {
    Set(state.links.filter { if case .lasting = $0.standing(thresholds) { true } else { false } }.map(\.url))
  }

  /// A random night of links that flap, die, recover, move and hide.
  static func verdicts(_ count: Int, using random: inout SeededRandom) -> [String: Verdict] {
    let choices: [Verdict] = [
      .ok, .ok, .ok, .moved, .gone, .gone, .gone, .broken, .transient, .transient, .suspect, .blocked, .refused,
      .unchecked,
    ]
    var verdicts: [String: Verdict] = [:]
    for index in 0..<count {
      // Each link has its temper, so that some last.
      let temper = index % 4
      let verdict =
        temper == 0
        ? choices[Int.random(in: choices.indices, using: &random)]
        : Int.random(in: 0..<12, using: &random) == 0
          ? .ok : [.transient, .gone, .suspect][temper - 1]
      verdicts["https://host\(index % 7).example/\(index)"] = verdict
    }
    return verdicts
  }
}
