internal import HTTP

extension BotChallenge {
  /// Its servers name themselves and refer to the request by number. Its challenges, of any status, load a script or come back with a
  /// parameter. A 503 may be the site's.
  static let akamai = BotChallenge(
    name: "Akamai", headers: ["server"],
    examples: [
      .challenge(403, ["Server": "AkamaiGHost"], body: "<H1>Access Denied</H1>"),
      .challenge(429, ["Server": "AkamaiGHost"]),
      .challenge(200, body: "<meta http-equiv=\"refresh\" content=\"5; URL='/?bm-verify=AAQ'\" />"),
      .site(404, ["Server": "AkamaiGHost"]),
      .site(503, ["Server": "AkamaiGHost"], body: "An error occurred. errors.edgesuite.net"),
    ]
  ) { answer in
    let isChallenge = ["/_sec/cp_challenge/", "sec-if-cpt-container", "bm-verify="].contains { answer.bodyContains($0) }
    if isChallenge, answer.status != 200 || answer.body.count < 8192 { return true }
    guard [403, 429].contains(answer.status) else { return false }
    return answer.header("server", contains: "akamaighost") || answer.bodyContains("errors.edgesuite.net")
  }
}
