import HTTP
import Testing

@testable import PageInspection

@Suite struct BotChallengeTests {
  /// Checks a challenge against its examples.
  static func check(_ challenge: BotChallenge, in all: [BotChallenge] = BotChallenge.all) {
    #expect(
      Set(challenge.examples.map(\.isChallenge)) == [true, false], "\(challenge.name) needs an example of each kind")
    for example in challenge.examples {
      let name = example.isChallenge ? challenge.name : nil
      #expect(all.first { $0.matches(example.answer) }?.name == name, "\(example.answer)")
      // Records keep only the fields that the challenge declares.
      var kept = example.answer
      kept.headers.removeAll { !challenge.headers.contains($0.name.lowercased()) }
      #expect(
        challenge.matches(kept) == example.isChallenge, "\(challenge.name) reads a field that is not in `headers`")
    }
  }

  @Test(arguments: BotChallenge.all)
  func everyChallengeIsRecognisedByItsExamples(challenge: BotChallenge) {
    Self.check(challenge)
    #expect(Set(BotChallenge.all.map(\.name)).count == BotChallenge.all.count)
  }

  /// How a challenge is tried before it is listed.
  @Test func aNewChallengeIsAValue() {
    let shield = BotChallenge(
      name: "Shield", headers: ["x-shield"],
      examples: [.challenge(403, ["X-Shield": "challenge"]), .site(403, ["X-Shield": "pass"])]
    ) { answer in
      answer.header("x-shield", contains: "challenge")
    }
    Self.check(shield, in: BotChallenge.all + [shield])
  }
}
