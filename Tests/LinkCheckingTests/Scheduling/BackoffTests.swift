import Testing

@testable import LinkChecking

@Suite struct BackoffTests {
  static func waits(seed: UInt64 = 0, salt: Int = 0, rounds: Range<Int> = 0..<9) -> [Duration] {
    rounds.map { Backoff(base: .seconds(100), seed: seed, salt: salt).wait(round: $0) }
  }

  @Test func waitsDoubleSixTimes() {
    for salt in 0..<50 {
      for (round, wait) in Self.waits(salt: salt).enumerated() {
        let middle = Duration.seconds(100 << min(round, 6))
        #expect((middle * 3 / 4...middle * 5 / 4).contains(wait))
      }
    }
  }

  @Test func theJitterIsSpreadOverTheWholeRange() {
    let first = Set((0..<1000).map { Self.waits(salt: $0, rounds: 0..<1)[0] })
    #expect(first.min() == .seconds(75) && first.max() == .seconds(125) && first.count == 51)
  }

  @Test func seedAndSaltAndRoundDecideTheJitter() {
    #expect(Self.waits(seed: 1, salt: 2) == Self.waits(seed: 1, salt: 2))
    #expect(Self.waits(seed: 1, salt: 2) != Self.waits(seed: 2, salt: 2))
    #expect(Self.waits(seed: 1, salt: 2) != Self.waits(seed: 1, salt: 3))
    #expect(Self.waits(rounds: 7..<8) != Self.waits(rounds: 8..<9))
  }

  @Test func theGeneratorIsSplitMix64() {
    // The first numbers of the reference implementation with the seed 0.
    #expect(SplitMix64.mixed(SplitMix64.step) == 0xE220_A839_7B1D_CDAF)
    #expect(SplitMix64.mixed(SplitMix64.step &* 2) == 0x6E78_9E6A_A1B9_65F4)
  }

  @Test func anyRoundAndSaltHasAWait() {
    for number in [Int.min, -1, Int.max] {
      let wait = Backoff(base: .seconds(1), seed: .max, salt: number).wait(round: number)
      #expect(wait >= .milliseconds(750) && wait <= .seconds(80))
    }
  }
}

@Suite struct RetryPolicyTests {
  static func policy(retries: Int = 2, hasSecondPass: Bool = true, isUseful: Bool = true) -> RetryPolicy {
    RetryPolicy(
      retries: retries, hasSecondPass: hasSecondPass, backoff: Backoff(base: .seconds(1), seed: 7, salt: 3),
      isUseful: isUseful)
  }

  @Test func retriesAreFollowedByASecondPass() {
    let policy = Self.policy()
    #expect(policy.step(after: 0, isSecondPass: false) == .retry(after: policy.backoff.wait(round: 0)))
    #expect(policy.step(after: 1, isSecondPass: false) == .retry(after: policy.backoff.wait(round: 1)))
    #expect(policy.step(after: 2, isSecondPass: false) == .postpone)
    #expect(policy.step(after: 2, isSecondPass: true) == .fail)
  }

  @Test func aLimitLowersTheRetries() {
    #expect(Self.policy().step(after: 1, limit: 1, isSecondPass: false) == .postpone)
    #expect(Self.policy(retries: 0).step(after: 0, limit: 1, isSecondPass: false) == .fail)
  }

  @Test func withoutASecondPassTheLastRetryDecides() {
    #expect(Self.policy(hasSecondPass: false).step(after: 2, isSecondPass: false) == .fail)
  }

  @Test func whatIsOfNoUseIsNotTried() {
    #expect(Self.policy(isUseful: false).step(after: 0, isSecondPass: false) == .fail)
    #expect(Self.policy(isUseful: false).step(after: 2, isSecondPass: false) == .fail)
  }
}
