internal import HTTP

extension Wall {
  /// Challenges carry `cf-mitigated` (developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/);
  /// older ones only their page, whose script sets a variable that no other page has.
  static let cloudflare = Wall(name: "Cloudflare") { response in
    if response.header("cf-mitigated", contains: "challenge") { return true }
    guard response.header("server", contains: "cloudflare") else { return false }
    if response.bodyContains("window._cf_chl_opt") { return true }
    return [403, 429, 503].contains(response.status)
      && (response.bodyContains("/cdn-cgi/challenge-platform/") || response.bodyContains("cf-error-details"))
  }
}
