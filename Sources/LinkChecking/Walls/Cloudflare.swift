extension Wall {
  /// Challenges carry `cf-mitigated` (developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/);
  /// older ones only their page.
  static let cloudflare = Wall(name: "Cloudflare") { response in
    if response.header("cf-mitigated", contains: "challenge") { return true }
    guard response.header("server", contains: "cloudflare"), [403, 429, 503].contains(response.status) else {
      return false
    }
    return response.bodyContains("/cdn-cgi/challenge-platform/") || response.bodyContains("cf-error-details")
  }
}
