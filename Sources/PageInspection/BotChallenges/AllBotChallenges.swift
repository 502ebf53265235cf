extension Wall {
  /// Every wall that is known, the more certain first.
  static let all = [cloudflare, dataDome, akamai, anubis, imperva, awsWAF, sucuri, vercel]
}
