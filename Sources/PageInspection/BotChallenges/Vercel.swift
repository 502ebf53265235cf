internal import HTTP

extension BotChallenge {
  /// Its checkpoint has the status 429 and a header that names the action (vercel.com/docs/vercel-firewall).
  static let vercel = BotChallenge(
    name: "Vercel", headers: ["x-vercel-mitigated"],
    examples: [
      .challenge(429, ["X-Vercel-Mitigated": "challenge"], body: "<title>Vercel Security Checkpoint</title>"),
      .site(200, ["X-Vercel-Id": "1"], body: "A page about x-vercel-mitigated"),
    ]
  ) { answer in
    answer.header("x-vercel-mitigated", contains: "challenge") || answer.header("x-vercel-mitigated", contains: "deny")
  }
}
