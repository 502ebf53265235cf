import LinkChecking
import TestSupport
import Testing

@testable import LinkHistory
import Source

/// What must not matter to a fold: the order of its outcomes, the parts in which they come, and what is lost.
@Suite struct FoldTests {
  private func lines(_ verdicts: [String: Verdict], on date: Day) -> [LinkOutcome] {
    verdicts.sorted { $0.key < $1.key }.map {
      LinkOutcome(url: $0.key, date: date, verdict: $0.value, status: 404, reason: "r")
    }
  }

  private func night(_ outcomes: some Sequence<LinkOutcome>, _ date: Day) -> Night {
    var night = Night(date: date)
    for outcome in outcomes { night.add(outcome) }
    return night
  }

  @Test(arguments: 1...8) func shardsInAnyOrderGiveTheSameBytes(count: Int) {
    var random = SeededRandom(seed: UInt64(count))
    var (whole, parts) = (LinkState(), LinkState())
    for day in 0..<70 {
      let date = Day(number: Play.start.number + day)
      let outcomes = lines(Play.verdicts(20, using: &random), on: date)
      whole = LinkState.step(whole, night(outcomes, date))
      let shards = (0..<count).map { shard in outcomes.enumerated().filter { $0.offset % count == shard }.map(\.element)
      }
      for shard in shards.shuffled(using: &random) {
        parts = LinkState.step(parts, night(shard.shuffled(using: &random), date))
      }
      #expect(whole.bytes == parts.bytes)
    }
  }

  @Test func twoOutcomesOfOneURLCountAsTheBetterOneInAnyOrder() {
    var random = SeededRandom(seed: 3)
    let verdicts: [Verdict] = [.gone, .ok, .transient, .moved, .blocked, .gone]
    let outcomes = verdicts.enumerated().map {
      LinkOutcome(
        url: "https://a.example/\($0.offset % 3)", date: Play.start, verdict: $0.element, reason: "\($0.offset)")
    }
    let expected = LinkState.step(LinkState(), night(outcomes, Play.start)).bytes
    for _ in 0..<50 {
      #expect(LinkState.step(LinkState(), night(outcomes.shuffled(using: &random), Play.start)).bytes == expected)
    }
  }

  @Test(arguments: 0..<20) func whatIsLostCausesNoError(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var state = LinkState()
    for day in 0..<25 {
      let night = Play.night(day, Play.verdicts(16, using: &random))
      let before = Play.lasting(LinkState.step(state, night))
      #expect(Play.lasting(LinkState.step(LinkState(), night)).isEmpty)
      let lines = state.bytes.split(separator: UInt8(ascii: "\n"))
      for index in lines.indices {
        let rest = lines.enumerated().filter { $0.offset != index }.map(\.element)
        let damaged = try LinkState(Array(rest.joined(separator: [UInt8(ascii: "\n")])))
        #expect(Play.lasting(LinkState.step(damaged, night)).isSubset(of: before))
      }
      state = LinkState.step(state, night)
    }
  }

  @Test func aNightTwiceIsANightOnce() {
    var random = SeededRandom(seed: 11)
    var state = LinkState()
    for day in 0..<40 {
      let night = Play.night(day, Play.verdicts(16, using: &random))
      state = LinkState.step(state, night)
      #expect(LinkState.step(state, night).bytes == state.bytes)
    }
  }

  @Test func aLateNightOnlyAddsWhatItCannotContradict() {
    let url = "https://a.example/"
    let base = Play.state([.ok, nil, .transient, .transient])
    // A failure before them does not make the streak longer: the link may have been fine in between.
    let late = LinkState.step(base, Play.night(1, [url: .transient]))
    #expect(late[url]?.since == base[url]?.since && late[url]?.failures.count == 3)
    #expect(LinkState.step(base, Play.night(2, [url: .ok]))[url]?.streak.count == 1)
    #expect(LinkState.step(base, Play.night(1, ["https://b.example/": .gone]))["https://b.example/"] == nil)
    #expect(late.nights.map { $0.number - Play.start.number } == [0, 1, 2, 3])
  }

  @Test func aLinkWithoutTroubleForThirtyNightsHasNoLine() {
    let start: [Verdict?] = [.transient, .ok]
    #expect(Play.state(start + Array(repeating: .ok, count: 28)).links.count == 1)
    #expect(Play.state(start + Array(repeating: .ok, count: 29)).links.isEmpty)
    // One that is out of the list is forgotten too.
    #expect(Play.state([.gone, .gone, .gone] + Array(repeating: nil, count: 30)).links.count == 1)
    #expect(Play.state([.gone, .gone, .gone] + Array(repeating: nil, count: 31)).links.isEmpty)
    #expect(Play.state([.blocked] + Array(repeating: nil, count: 31)).links.isEmpty)
  }

  @Test func aSteadyLinkKeepsItsLine() {
    for verdict in [Verdict.blocked, .moved] {
      let line = { (count: Int) in Play.state(Array(repeating: verdict, count: count)).links }
      #expect(line(2) == line(40))
    }
    #expect(Play.state([.gone, .ok]).links == Play.state([.gone, .ok, .ok, .ok]).links)
  }
}
