import LinkChecking
import TestSupport
import Testing

@testable import LinkHistory

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
