import LinkChecking
import Source
import Testing

@testable import LinkHistory

/// Failures of half of the web that do not pass.
@Suite struct DistrustPatienceTests {
  private func night(_ offset: Int, _ verdict: Verdict) -> Night {
    let links = (0..<100).map { ("https://host\($0).example/", $0 % 2 == 0 || offset == 0 ? Verdict.ok : verdict) }
    return Play.night(offset, Dictionary(uniqueKeysWithValues: links))
  }

  @Test func manyFailuresAreBelievedOnceTheyHaveLasted() {
    let state = LinkState.step(LinkState(), night(0, .ok))
    var log = NightLog()
    for offset in 1...7 {
      let distrust = state.distrust(of: night(offset, .transient), after: log)
      #expect(distrust == .links(failing: 50, of: 100))
      log.add(night(offset, .transient), distrust: distrust, seconds: nil)
    }
    #expect(state.distrust(of: night(8, .transient), after: log) == nil)
    // They are watched from then on.
    let next = LinkState.step(state, night(8, .transient))
    #expect(next.links.count == 50 && Play.lasting(next).isEmpty)
  }

  @Test func nightsWithoutANetworkAreNone() {
    let state = LinkState.step(LinkState(), night(0, .ok))
    var log = NightLog()
    for offset in 1...9 { log.add(night(offset, .transient), distrust: .noNetwork, seconds: nil) }
    #expect(state.distrust(of: night(10, .transient), after: log) != nil)
    var offline = night(10, .transient)
    offline.loseNetwork()
    #expect(state.distrust(of: offline, after: log) == .noNetwork)
  }

  @Test func aTrustedNightInBetweenBeginsAgain() {
    let state = LinkState.step(LinkState(), night(0, .ok))
    var log = NightLog()
    for offset in 1...8 {
      log.add(night(offset, .transient), distrust: offset == 5 ? nil : .links(failing: 50, of: 100), seconds: nil)
    }
    #expect(state.distrust(of: night(9, .transient), after: log) != nil)
  }
}
