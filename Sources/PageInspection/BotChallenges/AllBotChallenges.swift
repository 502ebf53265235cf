extension BotChallenge {
  /// Every bot challenge, the most certain first.
  static let all = [cloudflare, dataDome, akamai, anubis, imperva, awsWAF, sucuri, vercel]
}
