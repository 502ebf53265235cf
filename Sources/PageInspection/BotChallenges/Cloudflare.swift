internal import HTTP

extension BotChallenge {
  /// Challenges have the header `cf-mitigated`; older ones only a page, whose script sets a variable that no other page has.
  ///
  /// Source: developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/.
  static let cloudflare = BotChallenge(
    name: "Cloudflare", headers: ["cf-mitigated", "server"],
    examples: [
      .challenge(403, ["Server": "cloudflare", "CF-Mitigated": "challenge"]),
      .challenge(404, ["cf-mitigated": "challenge"]),
      .challenge(503, ["Server": "cloudflare"], body: "<script src=/cdn-cgi/challenge-platform/h/b>"),
      .challenge(
        200, ["Server": "cloudflare"], body: "<title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'}"),
      .site(200, ["Server": "cloudflare"], body: "A page about /cdn-cgi/challenge-platform/"),
      .site(404, ["Server": "cloudflare"]),
    ]
  ) { answer in
    if answer.header("cf-mitigated", contains: "challenge") { return true }
    guard answer.header("server", contains: "cloudflare") else { return false }
    if answer.bodyContains("window._cf_chl_opt") { return true }
    return [403, 429, 503].contains(answer.status)
      && (answer.bodyContains("/cdn-cgi/challenge-platform/") || answer.bodyContains("cf-error-details"))
  }
}
