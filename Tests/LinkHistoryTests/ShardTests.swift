import LinkChecking
import Source
import Testing

@testable import LinkHistory

/// Nights of which a part is missing.
@Suite struct ShardTests {
  private func night(_ shards: [String], emptyFiles: Int = 0) -> Night {
    var reader = OutcomeReader()
    for (index, shard) in shards.enumerated() {
      let outcome = LinkOutcome(
        url: "https://a\(index).example/", date: Play.start, verdict: index % 2 == 0 ? .ok : .gone, shard: shard)
      reader.read(outcome.line)
    }
    _ = reader.endFile()
    var night = reader.nights[0]
    night.addEmptyFiles(emptyFiles)
    return night
  }

  @Test func aNightWithoutMostOfItsShardsIsNotTrusted() {
    let state = LinkState()
    #expect(state.distrust(of: night(["1/8", "2/8", "3/8", "4/8", "5/8"])) == .shards(missing: 3, of: 8))
    #expect(state.distrust(of: night(["1/8", "2/8", "3/8", "4/8", "5/8", "8/8"])) == nil)
    #expect(state.distrust(of: night(["2/2", "2/2"])) == .shards(missing: 1, of: 2))
    #expect("\(Distrust.shards(missing: 1, of: 2))" == "1 of 2 shards is missing")
  }

  @Test func theMissingOnesAreNamed() throws {
    let missing = try #require(night(["1/4", "3/4", "4/4"]).missingShards)
    #expect(missing.numbers == [2] && missing.count == 1 && missing.total == 4)
    #expect("\(missing)" == "shard 2 of 4 is missing; its links are not checked")
    let two = try #require(night(["1/4", "4/4"]).missingShards)
    #expect("\(two)" == "shards 2, 3 of 4 are missing; their links are not checked")
    let doubtful = try #require(night(["1/4", "4/4"], emptyFiles: 1).missingShards)
    #expect("\(doubtful)" == "1 of 4 shards (among 2, 3) is missing; its links are not checked")
    let many = try #require(night(["1/64"]).missingShards)
    #expect("\(many)".contains("20, 21 and 43 more of 64 are missing"))
    #expect(night(["1/2", "2/2"]).missingShards == nil)
  }

  @Test func aShardWithoutLinksIsNotMissing() {
    #expect(night(["1/4", "2/4"], emptyFiles: 2).missingShards == nil)
    #expect(night(["1/4", "2/4"], emptyFiles: 1).missingShards?.count == 1)
  }

  @Test(arguments: ["", "x", "0/2", "3/2", "1/99999999999", "1/2/3", "-1/2"])
  func whatIsNoShardIsLeftOut(text: String) {
    #expect(night([text]).missingShards == nil)
  }
}
