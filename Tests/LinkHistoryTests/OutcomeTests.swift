import LinkChecking
import Testing

@testable import LinkHistory

@Suite struct OutcomeTests {
  private static let outcomes = [
    LinkOutcome(
      url: "https://a.example/é\"", date: Play.start, verdict: .gone, status: 404, reason: "“x”", shard: "2/8"),
    LinkOutcome(url: "https://a.example/1", date: Play.start, verdict: .ok),
    LinkOutcome(url: "https://a.example/\\", date: Play.start, verdict: .ok, lastOK: Play.start),
    LinkOutcome(
      url: "https://a.example/m", date: Play.start, verdict: .moved, status: 301, target: "https://b.example/"),
    LinkOutcome(url: "https://c.example/", date: Play.start, verdict: .transient, reason: "no name", hasNetwork: false),
  ]

  @Test func aLineBeginsWithItsURL() {
    #expect(
      String(decoding: Self.outcomes[0].line, as: UTF8.self)
        == #"{"url":"https://a.example/é\"","date":"2027-02-20","verdict":"gone","status":404,"reason":"“x”","shard":"2/8"}"#
        + "\n")
  }

  @Test(arguments: [1, 2, 3, 7, 64, 10_000]) func linesAreReadInPiecesOfAnySize(size: Int) {
    let bytes = Self.outcomes.flatMap(\.line)
    var reader = OutcomeReader()
    for start in stride(from: 0, to: bytes.count, by: size) {
      reader.read(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(reader.endFile() == OutcomeReader.Damage())
    #expect(reader.nights.count == 1)
    let night = reader.nights[0]
    #expect(night.counts == [.ok: 2, .gone: 1, .moved: 1, .transient: 1] && !night.hasNetwork)
    for outcome in Self.outcomes where outcome.verdict != .ok { #expect(night.outcome(of: outcome.url) == outcome) }
    for outcome in Self.outcomes where outcome.verdict == .ok {
      #expect(night.outcome(of: outcome.url)?.verdict == .ok)
    }
  }

  @Test func damagedAndTornLinesAreLeftOut() {
    let line = Self.outcomes[1].line
    var reader = OutcomeReader()
    reader.read(
      line + Array("x\n\n{\"url\":\"\",\"date\":\"2027-01-01\",\"verdict\":\"ok\"}\n".utf8) + Self.outcomes[0].line
        + line.dropLast(3))
    let damage = reader.endFile()
    #expect(damage.problems.map(\.line) == [2, 4] && damage.count == 2 && damage.isTorn)
    // A last line that is whole but for its newline counts, and the next file is counted from its start.
    reader.read(Array(Self.outcomes[3].line.dropLast()))
    #expect(!reader.endFile().isTorn)
    #expect(reader.nights.first?.counts == [.ok: 1, .gone: 1, .moved: 1])
  }

  @Test func hostsAreFoundInURLs() {
    #expect(host(of: "https://User@A.Example:80/x:y@z") == "a.example")
    #expect(host(of: "http://[::1]:80/") == "[::1]")
    #expect(host(of: "https://a.example?x/") == "a.example")
    #expect(host(of: "nothing") == "")
  }
}

@Suite struct DistrustTests {
  private func night(_ day: Int, failing: Int, of count: Int, hosts: Int, _ verdict: Verdict = .transient) -> Night {
    Play.night(
      day,
      Dictionary(
        uniqueKeysWithValues: (0..<count).map { ("https://h\($0 % hosts).example/\($0)", $0 < failing ? verdict : .ok) }
      ))
  }

  @Test func manyLinksThatFailAtOnceAreNotBelieved() {
    let fine = LinkState.step(LinkState(), night(0, failing: 0, of: 20, hosts: 2))
    #expect(fine.distrust(of: night(1, failing: 6, of: 20, hosts: 2)) == nil)
    #expect(fine.distrust(of: night(1, failing: 7, of: 20, hosts: 2)) == .links(failing: 7, of: 20))
    #expect(fine.distrust(of: night(1, failing: 19, of: 19, hosts: 2)) == nil)
    #expect(fine.distrust(of: night(1, failing: 20, of: 20, hosts: 2, .blocked)) == nil)
    // Those that failed before are not counted.
    let failing = LinkState.step(LinkState(), night(0, failing: 15, of: 40, hosts: 2))
    #expect(failing.distrust(of: night(1, failing: 20, of: 40, hosts: 2)) == nil)
    #expect(failing.distrust(of: night(1, failing: 23, of: 40, hosts: 2)) == .links(failing: 8, of: 25))
  }

  @Test func manyHostsThatFailInOneWayAreNotBelieved() {
    let hosts = { (failing: Int, count: Int) in
      Play.night(
        0, Dictionary(uniqueKeysWithValues: (0..<count).map { ("https://h\($0).example/", $0 < failing ? .gone : .ok) })
      )
    }
    #expect(LinkState().distrust(of: hosts(5, 10)) == nil)
    #expect(LinkState().distrust(of: hosts(6, 10)) == .hosts(failing: 6, of: 10, way: "gone"))
    #expect(LinkState().distrust(of: hosts(9, 9)) == nil)
    var mixed = hosts(6, 10)
    mixed.add(LinkOutcome(url: "https://h0.example/other", date: mixed.date, verdict: .ok))
    #expect(LinkState().distrust(of: mixed) == nil)
  }

  @Test func withoutANetworkNothingIsBelieved() {
    var night = Night(date: Play.start)
    night.add(LinkOutcome(url: "https://a.example/", date: Play.start, verdict: .gone, hasNetwork: false))
    #expect(LinkState().distrust(of: night) == .noNetwork)
  }
}
