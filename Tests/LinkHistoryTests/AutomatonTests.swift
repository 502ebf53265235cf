import LinkChecking
import TestSupport
import Testing

@testable import LinkHistory

/// The rule once more, from all that ever happened to one link instead of from a state.
private struct Reference {
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

@Suite struct AutomatonTests {
  @Test(arguments: 0..<120) func theStateIsWhatAllTheNightsSay(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var state = LinkState()
    var references: [String: Reference] = [:]
    var day = 0
    for _ in 0..<Int.random(in: 5...75, using: &random) {
      day += [1, 1, 1, 1, 2, 3].randomElement(using: &random)!
      let verdicts = Play.verdicts(12, using: &random)
      state = LinkState.step(state, Play.night(day, verdicts))
      for (url, verdict) in verdicts { references[url, default: Reference()].observe(verdict, on: day) }
      #expect(Play.lasting(state) == Set(references.filter(\.value.isLasting).keys))
    }
  }

  @Test func goneTakesTwoNightsTwoDaysApart() {
    #expect(Play.lasting(Play.state([.gone])).isEmpty)
    #expect(Play.lasting(Play.state([.gone, .gone])).isEmpty)
    #expect(!Play.lasting(Play.state([.gone, .gone, .gone])).isEmpty)
    #expect(!Play.lasting(Play.state([.gone, nil, .gone])).isEmpty)
    #expect(Play.lasting(Play.state([.gone, .ok, .gone])).isEmpty)
  }

  @Test func otherVerdictsTakeTheirNights() {
    #expect(Play.lasting(Play.state(Array(repeating: .broken, count: 2))).isEmpty)
    #expect(!Play.lasting(Play.state(Array(repeating: .broken, count: 3))).isEmpty)
    #expect(Play.lasting(Play.state(Array(repeating: .transient, count: 6))).isEmpty)
    #expect(!Play.lasting(Play.state(Array(repeating: .transient, count: 7))).isEmpty)
    #expect(Play.lasting(Play.state(Array(repeating: .suspect, count: 2))).isEmpty)
    #expect(!Play.lasting(Play.state(Array(repeating: .suspect, count: 3))).isEmpty)
    #expect(Play.lasting(Play.state(Array(repeating: .blocked, count: 30))).isEmpty)
    #expect(
      Play.lasting(
        Play.state([.transient, .transient, .transient, .ok, .transient, .transient, .transient, .transient])
      ).isEmpty)
  }

  @Test func aLinkThatWasDownForLongIsGivenTwiceThatTime() {
    let outage: [Verdict?] = Array(repeating: .transient, count: 5) + [.ok]
    #expect(Play.lasting(Play.state(outage + Array(repeating: .transient, count: 10))).isEmpty)
    #expect(!Play.lasting(Play.state(outage + Array(repeating: .transient, count: 11))).isEmpty)
  }

  @Test func aLinkThatFailsOnThreePercentOfTheNightsIsHardlyEverAnError() {
    var random = SeededRandom(seed: 7)
    var state = LinkState()
    for day in 0..<365 {
      let verdicts = (0..<200).map { index -> (String, Verdict) in
        ("https://a.example/\(index)", Int.random(in: 0..<100, using: &random) < 3 ? .transient : .ok)
      }
      state = LinkState.step(state, Play.night(day, Dictionary(uniqueKeysWithValues: verdicts)))
      #expect(Play.lasting(state).isEmpty)
    }
  }
}
