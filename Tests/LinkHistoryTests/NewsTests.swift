import LinkChecking
import Source
import Testing

@testable import LinkHistory

/// What the last night changed.
@Suite struct NewsTests {
  private func report(_ verdicts: [Verdict?], log: NightLog = NightLog()) -> HistoryReport {
    HistoryReport(Play.state(verdicts), log: log, thresholds: Thresholds())
  }

  private func kinds(_ verdicts: [Verdict?]) -> [LinkNews.Kind] { report(verdicts).news.map(\.kind) }

  @Test func aFailureIsNewOnItsFirstNightAndOnceItLasts() {
    #expect(kinds([.gone]) == [.failing])
    #expect(kinds([.gone, .gone]) == [])
    #expect(kinds([.gone, .gone, .gone]) == [.lasting])
    #expect(kinds([.gone, .gone, .gone, .gone]) == [])
    #expect(kinds(Array(repeating: .transient, count: 7)) == [.lasting])
    #expect(kinds(Array(repeating: .suspect, count: 3)) == [.suspect])
    // A failure of another kind that lasts already is nothing new.
    #expect(kinds([.gone, .gone, .gone, .broken]) == [])
  }

  @Test func aMoveIsNewOnce() {
    #expect(kinds([.ok, .moved]) == [.moved])
    #expect(kinds([.moved]) == [.moved])
    #expect(kinds([.moved, .moved]) == [])
  }

  @Test func onlyARecoveryFromWhatLastedIsNew() {
    #expect(kinds([.gone, .gone, .gone, .ok]) == [.recovered])
    #expect(kinds([.gone, .gone, .gone, .ok, .ok]) == [])
    #expect(kinds([.transient, .transient, .ok]) == [])
    #expect(kinds([.transient, .ok]) == [])
  }

  @Test func aNightThatDidNotCheckALinkIsNoNews() {
    #expect(kinds([.gone, .gone, .gone, nil]) == [])
    #expect(kinds([.moved, nil]) == [])
  }

  @Test func whatFailsForTheFirstTimeIsNotUrgent() {
    #expect(!report([.gone]).isNew)
    #expect(report([.gone, .gone, .gone]).isNew)
    #expect(LinkNews.Kind.allCases.filter { !$0.isUrgent } == [.failing])
  }

  @Test func theNightsAfterTheLastTrustedOneAreNamed() {
    let text = """
      {"date":"2027-02-18","trusted":false,"reason":"before","links":1}
      {"date":"2027-02-19","trusted":true,"links":1,"ok":1}
      {"date":"2027-02-20","trusted":false,"reason":"after","links":3,"gone":3}
      not a line

      """
    let log = NightLog(Array(text.utf8))
    #expect(log.nights.map(\.date.description) == ["2027-02-18", "2027-02-19", "2027-02-20"])
    #expect(log.nights[2].counts == [.gone: 3])
    let state = LinkState.step(
      LinkState(), Play.night(Day("2027-02-19")!.number - Play.start.number, ["https://a.example/": .ok]))
    let report = HistoryReport(state, log: log, thresholds: Thresholds())
    #expect(report.untrusted.map(\.distrust) == ["after"])
  }
}
