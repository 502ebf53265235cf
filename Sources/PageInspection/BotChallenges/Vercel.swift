internal import HTTP

extension Wall {
  /// Its checkpoint has the status 429 and a header that says so (vercel.com/docs/vercel-firewall).
  static let vercel = Wall(name: "Vercel") { response in
    response.header("x-vercel-mitigated", contains: "challenge")
      || response.header("x-vercel-mitigated", contains: "deny")
  }
}
