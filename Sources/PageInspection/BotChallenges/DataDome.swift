internal import HTTP

extension BotChallenge {
  /// A header names it at the statuses 401, 403 and 429; at others only its page does, which is short and loads a captcha.
  static let dataDome = BotChallenge(
    name: "DataDome", headers: ["set-cookie", "x-datadome", "x-dd-b"],
    examples: [
      .challenge(403, ["X-DataDome": "protected"]), .challenge(403, ["Set-Cookie": "datadome=abc; Path=/"]),
      .challenge(200, body: "<script src=\"https://ct.captcha-delivery.com/c.js\"></script>"),
      .site(200, ["X-DataDome": "protected"], body: "fine"),
      .site(200, body: "An article about captcha-delivery.com/" + String(repeating: "x", count: 9000)),
    ]
  ) { answer in
    if answer.body.count < 8192, answer.bodyContains("captcha-delivery.com/") { return true }
    guard [401, 403, 429].contains(answer.status) else { return false }
    return answer.headers.first("x-datadome") != nil || answer.headers.first("x-dd-b") != nil
      || answer.setsCookie("datadome=")
  }
}
